import type { ChartShape } from '../../contract/schemas/laid-out-slide.ts';
import { escapeXml } from './clean-xml-text.ts';
import { numberFormatOf } from './number-format.ts';
import { defaultRunXml, runXml, type TextSetting } from './text-body.ts';

const NAMESPACES =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const NO_FILL = '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>';
/** What labels show. */
const SHOWN_PARTS =
  '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>';
const ONE_LINE = '<a:bodyPr wrap="none"/>';
/** Gap between bars in per cent of a bar: bars fill 60 % of their place. */
const GAP_WIDTH = 67;
const AXIS_WIDTH_EMU = 9525;
const CATEGORY_AXIS_ID = 1001;
const VALUE_AXIS_ID = 1002;

/**
 * Returns the chart part: one series of bars whose figures stand in the workbook of relationship `workbookId`. Bars stand
 * exactly where frames draw them: the plot area is placed by hand and the value axis has the same ends.
 * Elements and their order: ECMA-376 part 1, 21.2.
 */
export function chartPartXml(shape: ChartShape, workbookId: string, setting: TextSetting): string {
  const { form, plot } = shape;
  const isBars = form === 'bars';
  const fraction = (value: number, whole: number) => (value / whole).toFixed(6);
  const layout = [
    ['x', fraction(plot.xIn - shape.xIn, shape.widthIn)],
    ['y', fraction(plot.yIn - shape.yIn, shape.heightIn)],
    ['w', fraction(plot.widthIn, shape.widthIn)],
    ['h', fraction(plot.heightIn, shape.heightIn)],
  ].map(([name, value]) => `<c:${name} val="${value}"/>`);
  const modes = '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>';
  const plotArea = [
    `<c:layout><c:manualLayout>${modes}${layout.join('')}</c:manualLayout></c:layout>`,
    `<c:barChart><c:barDir val="${isBars ? 'bar' : 'col'}"/><c:grouping val="clustered"/><c:varyColors val="0"/>`,
    seriesXml(shape, setting),
    `<c:gapWidth val="${GAP_WIDTH}"/><c:axId val="${CATEGORY_AXIS_ID}"/><c:axId val="${VALUE_AXIS_ID}"/></c:barChart>`,
    categoryAxisXml(shape, setting),
    valueAxisXml(shape),
    NO_FILL,
  ].join('');
  const chart = `<c:autoTitleDeleted val="1"/><c:plotArea>${plotArea}</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace ${NAMESPACES}><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>${chart}</c:chart>${NO_FILL}${textXml(shape.labelStyle, setting)}<c:externalData r:id="${workbookId}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`;
}

function seriesXml(shape: ChartShape, setting: TextSetting): string {
  const { items, unit, highlight, barColor, accentColor } = shape;
  const last = items.length + 1;
  const format = numberFormatOf(items);
  const point =
    highlight === null
      ? ''
      : `<c:dPt><c:idx val="${highlight}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${fillXml(accentColor)}</c:dPt>`;
  const labels = items.map((item, index) => {
    const style = { ...shape.valueStyle, color: index === highlight ? accentColor : shape.valueStyle.color };
    const parts = `<c:dLblPos val="outEnd"/>${SHOWN_PARTS}</c:dLbl>`;
    if (format === null) {
      const run = `<a:r>${runXml({ ...style, text: item.shown }, setting)}<a:t>${escapeXml(item.shown)}</a:t></a:r>`;
      const text = `<c:tx><c:rich>${ONE_LINE}<a:lstStyle/><a:p>${run}</a:p></c:rich></c:tx>`;
      return `<c:dLbl><c:idx val="${index}"/>${text}${parts}`;
    }
    const looks = `${numberFormatXml(format)}${NO_FILL}${textXml(style, setting)}`;
    return index === highlight ? `<c:dLbl><c:idx val="${index}"/>${looks}${parts}` : '';
  });
  const values = items.map(({ value }, index) => `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`).join('');
  const names = items.map(({ label }, index) => `<c:pt idx="${index}"><c:v>${escapeXml(label)}</c:v></c:pt>`).join('');
  const formatCode = format ?? 'General';
  return [
    '<c:ser><c:idx val="0"/><c:order val="0"/>',
    `<c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escapeXml(unit)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`,
    `${fillXml(barColor)}<c:invertIfNegative val="0"/>${point}`,
    `<c:dLbls>${labels.join('')}${numberFormatXml(formatCode)}${NO_FILL}${textXml(shape.valueStyle, setting)}<c:dLblPos val="outEnd"/>${SHOWN_PARTS}</c:dLbls>`,
    `<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$${last}</c:f><c:strCache><c:ptCount val="${items.length}"/>${names}</c:strCache></c:strRef></c:cat>`,
    `<c:val><c:numRef><c:f>Sheet1!$B$2:$B$${last}</c:f><c:numCache><c:formatCode>${escapeXml(formatCode)}</c:formatCode><c:ptCount val="${items.length}"/>${values}</c:numCache></c:numRef></c:val></c:ser>`,
  ].join('');
}

function categoryAxisXml(shape: ChartShape, setting: TextSetting): string {
  const isBars = shape.form === 'bars';
  const line = `<c:spPr><a:ln w="${AXIS_WIDTH_EMU}"><a:solidFill><a:srgbClr val="${shape.axisColor}"/></a:solidFill></a:ln></c:spPr>`;
  return [
    `<c:catAx><c:axId val="${CATEGORY_AXIS_ID}"/>`,
    // The first bar stands at the top.
    `<c:scaling><c:orientation val="${isBars ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/>`,
    `<c:axPos val="${isBars ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/>`,
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>',
    `${line}${textXml(shape.labelStyle, setting)}`,
    `<c:crossAx val="${VALUE_AXIS_ID}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`,
  ].join('');
}

function valueAxisXml({ form, plot }: ChartShape): string {
  return [
    `<c:valAx><c:axId val="${VALUE_AXIS_ID}"/>`,
    `<c:scaling><c:orientation val="minMax"/><c:max val="${plot.maxValue}"/><c:min val="${plot.minValue}"/></c:scaling>`,
    `<c:delete val="1"/><c:axPos val="${form === 'bars' ? 't' : 'l'}"/><c:numFmt formatCode="General" sourceLinked="0"/>`,
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>',
    `<c:crossAx val="${CATEGORY_AXIS_ID}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`,
  ].join('');
}

function fillXml(color: string): string {
  return `<c:spPr><a:solidFill><a:srgbClr val="${color}"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>`;
}

function numberFormatXml(formatCode: string): string {
  return `<c:numFmt formatCode="${escapeXml(formatCode)}" sourceLinked="0"/>`;
}

function textXml(style: ChartShape['labelStyle'], setting: TextSetting): string {
  const properties = `<a:pPr>${defaultRunXml(style, setting)}</a:pPr>`;
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p>${properties}<a:endParaRPr lang="${escapeXml(setting.language)}"/></a:p></c:txPr>`;
}

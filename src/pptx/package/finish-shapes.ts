import type { Document, Element } from '@xmldom/xmldom';
import type { ChartShape, LineShape, PlacedShape, TableShape } from '../../contract/schemas/laid-out-slide.ts';
import { cleanXmlText, escapeXml } from '../drawing/clean-xml-text.ts';
import { toEmu } from '../drawing/emu.ts';
import { type LayoutPlan, placeholderXml, type SlotName, slotNames } from '../drawing/placeholder-slots.ts';
import { tableGraphicXml } from '../drawing/table-xml.ts';
import { promptBodyXml, type TextSetting, textBodyXml } from '../drawing/text-body.ts';
import { chartGraphicXml, graphicFrameXml } from './graphic-frame.ts';
import { childElements, createElement, elementsNamed, onlyElement } from './xml-part.ts';

const KIND_LABEL = {
  text: 'Text',
  rect: 'Rectangle',
  line: 'Line',
  picture: 'Picture',
  table: 'Table',
  chart: 'Chart',
} as const;
const SLOT_LABEL = { title: 'Title', subtitle: 'Subtitle', body: 'Text' } as const;
// Office's own mark for shapes that screen readers pass over: [MS-ODRAWXML] 2.3.12, decorative.
const DECORATIVE_XML =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';

/**
 * Puts frames, texts, names and descriptions into a slide as the library wrote it, tables and charts in place of their
 * stand-ins, and removes its empty placeholders. `chartIds` are the relationships of its charts, in order.
 */
export function finishSlideShapes(
  slide: Document,
  shapes: readonly PlacedShape[],
  layout: LayoutPlan,
  setting: TextSetting,
  chartIds: readonly string[],
): void {
  const charts = shapes.filter((shape) => shape.kind === 'chart');
  const elements = shapeElements(slide);
  // The library appends an empty placeholder for each one of the layout that the slide leaves out.
  for (const surplus of elements.slice(shapes.length)) surplus.parentNode?.removeChild(surplus);
  const slots = slotNames(shapes);
  for (const [index, shape] of shapes.entries()) {
    const element = elements[index];
    if (element === undefined) throw new TypeError(`The slide has ${elements.length} shapes, not ${shapes.length}.`);
    if (shape.kind === 'table') {
      replaceByFrame(element, shape, index, tableGraphicXml(shape, setting));
    } else if (shape.kind === 'chart') {
      replaceByFrame(element, shape, index, chartGraphicXml(chartIds[charts.indexOf(shape)] ?? ''));
    } else finishShape(element, shape, slots[index] ?? null, index, layout, setting);
  }
}

/** Turns the placeholders of a slide layout into what new slides of that layout start from. */
export function finishLayoutShapes(layoutPart: Document, plan: LayoutPlan, setting: TextSetting): void {
  const elements = shapeElements(layoutPart);
  for (const [index, [slot, shape]] of [...plan.slots].entries()) {
    const element = elements[index];
    if (element === undefined) throw new TypeError(`The layout ${plan.name} lacks the placeholder ${slot}.`);
    setFrame(element, shape);
    setPlaceholder(element, placeholderXml(plan, slot));
    setName(element, `${labelOf(shape, slot)} ${index + 1}`);
    setTextBody(element, promptBodyXml(shape, labelOf(shape, slot), setting));
  }
}

function replaceByFrame(element: Element, shape: TableShape | ChartShape, index: number, graphic: string): void {
  const id = onlyElement(element, 'p:cNvPr').getAttribute('id') ?? '';
  const xml = graphicFrameXml(shape, { id, name: `${labelOf(shape, null)} ${index + 1}`, graphic });
  element.parentNode?.replaceChild(createElement(documentOf(element), xml), element);
}

function finishShape(
  element: Element,
  shape: Exclude<PlacedShape, TableShape | ChartShape>,
  slot: SlotName | null,
  index: number,
  layout: LayoutPlan,
  setting: TextSetting,
): void {
  setFrame(element, shape);
  setName(element, `${labelOf(shape, slot)} ${index + 1}`);
  if (shape.kind === 'text') {
    if (slot !== null) setPlaceholder(element, placeholderXml(layout, slot));
    setTextBody(element, textBodyXml(shape, setting));
    return;
  }
  if (shape.kind === 'picture') {
    setDescription(element, shape.altText);
    return;
  }
  setDescription(element, '');
  // Without a text body PowerPoint offers to repair the file: https://github.com/gitbrent/PptxGenJS/issues/1441
  const language = escapeXml(setting.language);
  const empty = `<p:txBody><a:bodyPr rtlCol="0"/><a:lstStyle/><a:p><a:endParaRPr lang="${language}"/></a:p></p:txBody>`;
  setTextBody(element, empty);
}

function shapeElements(part: Document): readonly Element[] {
  return childElements(onlyElement(part, 'p:spTree')).filter(
    ({ tagName }) => tagName === 'p:sp' || tagName === 'p:pic',
  );
}

function labelOf(shape: PlacedShape, slot: SlotName | null): string {
  return shape.kind === 'text' && slot !== null && shape.placeholder !== null
    ? SLOT_LABEL[shape.placeholder]
    : KIND_LABEL[shape.kind];
}

// Written again here, since the library gives every placeholder the frame of its layout.
function setFrame(element: Element, shape: Exclude<PlacedShape, TableShape | ChartShape>): void {
  const box = shape.kind === 'line' ? boxOfLine(shape) : shape;
  const offset = onlyElement(element, 'a:off');
  const extent = onlyElement(element, 'a:ext');
  offset.setAttribute('x', String(toEmu(box.xIn)));
  offset.setAttribute('y', String(toEmu(box.yIn)));
  extent.setAttribute('cx', String(toEmu(box.widthIn)));
  extent.setAttribute('cy', String(toEmu(box.heightIn)));
}

function boxOfLine(line: LineShape) {
  const xIn = Math.min(line.x1In, line.x2In);
  const yIn = Math.min(line.y1In, line.y2In);
  return { xIn, yIn, widthIn: Math.abs(line.x2In - line.x1In), heightIn: Math.abs(line.y2In - line.y1In) };
}

function setName(element: Element, name: string): void {
  onlyElement(element, 'p:cNvPr').setAttribute('name', name);
}

function setPlaceholder(element: Element, xml: string): void {
  const properties = onlyElement(element, 'p:nvPr');
  while (properties.firstChild !== null) properties.removeChild(properties.firstChild);
  properties.appendChild(createElement(documentOf(element), xml));
  // Placeholders are never grouped; Office writes this lock on every one of them.
  const [shapeProperties] = elementsNamed(element, 'p:cNvSpPr');
  shapeProperties?.appendChild(createElement(documentOf(element), '<a:spLocks noGrp="1"/>'));
}

function setTextBody(element: Element, xml: string): void {
  for (const old of elementsNamed(element, 'p:txBody')) element.removeChild(old);
  element.appendChild(createElement(documentOf(element), xml));
}

function setDescription(element: Element, altText: string): void {
  const properties = onlyElement(element, 'p:cNvPr');
  while (properties.firstChild !== null) properties.removeChild(properties.firstChild);
  properties.setAttributeNS(null, 'descr', cleanXmlText(altText));
  if (altText === '') properties.appendChild(createElement(documentOf(element), DECORATIVE_XML));
}

function documentOf(element: Element): Document {
  if (element.ownerDocument === null) throw new TypeError(`<${element.tagName}> stands in no document.`);
  return element.ownerDocument;
}

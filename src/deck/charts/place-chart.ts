import type { ChartShape } from '../../contract/schemas/laid-out-slide.ts';
import { cleanText } from '../text/clean-text.ts';
import type { TextPlace } from '../text/place-text.ts';
import { setText } from '../text/set-text.ts';
import type { TextLook } from '../text/text-look.ts';
import { bodyLook } from '../text/theme-looks.ts';
import type { ChartInput } from './chart-input.ts';
import { fitBars } from './fit-bars.ts';
import { fitColumns } from './fit-columns.ts';
import { frameBars } from './frame-bars.ts';
import { frameColumns } from './frame-columns.ts';

const AXIS_PT = 0.75;

/**
 * Places a chart in a box; null lights no bar. Columns whose labels have no room become bars in the same order, which
 * have room for longer ones.
 */
export function placeChart(
  input: ChartInput & { readonly altText: string; readonly highlight: number | null },
): ChartShape {
  const { exhibit, box, theme, measurer, highlight, altText } = input;
  const fitted = (exhibit.form === 'columns' ? fitColumns(input) : null) ?? fitBars(input);
  const values = exhibit.items.map(({ value }) => value);
  const frame = (fitted.form === 'bars' ? frameBars : frameColumns)(values, fitted, box);
  const { form, labelPt, valuePt, inPerUnit, lengthIn, lowest } = fitted;
  const items = exhibit.items.map(({ label, value, shown }) => ({
    label: cleanText(label),
    value,
    shown: cleanText(shown),
  }));
  const setLine = (text: string, look: TextLook, sizePt: number, maxLines: number, place: TextPlace | undefined) =>
    place === undefined
      ? []
      : [setText({ text, look, steps: [{ fromPt: sizePt, toPt: sizePt, maxLines }], place }, measurer)];
  const drawn = items.flatMap(({ label, shown }, index): ChartShape['drawn'] => {
    const isLit = index === highlight;
    const bar = frame.bars[index];
    return [
      ...setLine(label, bodyLook(theme, theme.text, isLit), labelPt, 2, frame.labels[index]),
      ...(bar === undefined || bar.widthIn * bar.heightIn === 0
        ? []
        : [{ kind: 'rect' as const, ...bar, fill: isLit ? theme.accent : theme.bar, stroke: null, radiusIn: 0 }]),
      ...setLine(shown, bodyLook(theme, isLit ? theme.accent : theme.text, true), valuePt, 1, frame.values[index]),
    ];
  });
  drawn.push({ ...frame.axis, stroke: { color: theme.muted, widthPt: AXIS_PT } });
  const unitsPerIn = inPerUnit === 0 ? 1 : 1 / inPerUnit;
  const minValue = lowest - frame.lowRoomIn * unitsPerIn;
  return {
    kind: 'chart',
    ...frame.box,
    altText,
    form,
    unit: cleanText(exhibit.unit),
    items,
    highlight,
    barColor: theme.bar,
    accentColor: theme.accent,
    axisColor: theme.muted,
    labelStyle: { ...bodyLook(theme, theme.text), sizePt: labelPt },
    valueStyle: { ...bodyLook(theme, theme.text, true), sizePt: valuePt },
    plot: { ...frame.plot, minValue, maxValue: minValue + lengthIn * unitsPerIn },
    drawn,
  };
}

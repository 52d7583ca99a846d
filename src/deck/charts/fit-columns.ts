import { cleanText } from '../text/clean-text.ts';
import { linePitchIn, styleOf } from '../text/text-look.ts';
import { bodyLook } from '../text/theme-looks.ts';
import { wrapText } from '../text/wrap-text.ts';
import {
  CHART_AIR_IN,
  type ChartInput,
  type FittedChart,
  inPerUnitOf,
  USABLE_SHARE,
  WIDEST_SPACING,
} from './chart-input.ts';

const MAX_PITCH_IN = 1.4;
const SIZES = { fromPt: 18, toPt: 12 };
/** What one label may fill of the pitch, so that neighbours stay apart. */
const LABEL_SHARE = 0.96;

/** Fits standing columns, or returns null when a label or a value is wider than its column's place at 12 pt. */
export function fitColumns({ exhibit, box, theme, measurer }: ChartInput): FittedChart | null {
  const { items } = exhibit;
  const pitchIn = Math.min(MAX_PITCH_IN, box.widthIn / items.length);
  const look = bodyLook(theme, theme.text, true);
  const linesOf = (text: string, sizePt: number) =>
    wrapText(cleanText(text), styleOf(look, sizePt), pitchIn * LABEL_SHARE, measurer);
  const largest = (maxLines: number, textOf: (item: (typeof items)[number]) => string): number | null => {
    for (let sizePt = SIZES.fromPt; sizePt >= SIZES.toPt; sizePt -= 1) {
      const wrapped = items.map((item) => linesOf(textOf(item), sizePt));
      if (wrapped.every(({ lines, wordBroken }) => lines.length <= maxLines && !wordBroken)) return sizePt;
    }
    return null;
  };
  const valuePt = largest(1, ({ shown }) => shown);
  const labelPt = largest(1, ({ label }) => label) ?? largest(2, ({ label }) => label);
  if (valuePt === null || labelPt === null) return null;
  const labelLines = Math.max(...items.map(({ label }) => linesOf(label, labelPt).lines.length));
  const labelRoomIn = labelLines * linePitchIn(labelPt) * WIDEST_SPACING;
  const valueRoomIn = linePitchIn(valuePt) / USABLE_SHARE;
  const values = items.map(({ value }) => value);
  const lowest = Math.min(0, ...values);
  const span = Math.max(0, ...values) - lowest;
  const lengthIn = box.heightIn - labelRoomIn - CHART_AIR_IN;
  const barIn = lengthIn - (lowest < 0 ? 2 : 1) * valueRoomIn;
  const inPerUnit = inPerUnitOf(barIn, span);
  return { form: 'columns', labelPt, valuePt, labelRoomIn, valueRoomIn, pitchIn, inPerUnit, lengthIn, lowest };
}

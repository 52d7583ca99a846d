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

const MAX_PITCH_IN = 1;
/** As the look has it, and what labels may take when they are long. */
const LABEL_WIDTHS_IN = [2.55, 3.3];
const LABEL = { fromPt: 18, toPt: 14, floorPt: 12 };
const VALUE = { fromPt: 18, toPt: 12 };
const LONGEST_BAR_IN = 4.9;
const SHORTEST_LONG_BAR_IN = 1.6;
const MAX_VALUE_WIDTH_IN = 2.4;

/** Fits lying bars: labels at one size on two lines at most, values at one size, and the longest bar as long as both leave it. */
export function fitBars({ exhibit, box, theme, measurer }: ChartInput): FittedChart {
  const { items } = exhibit;
  const pitchIn = Math.min(MAX_PITCH_IN, box.heightIn / items.length);
  const { labelPt, labelRoomIn } = fitLabels();
  const values = items.map(({ value }) => value);
  const lowest = Math.min(0, ...values);
  const span = Math.max(0, ...values) - lowest;
  const lengthIn = box.widthIn - labelRoomIn - CHART_AIR_IN;
  const sides = lowest < 0 ? 2 : 1;
  for (let valuePt = VALUE.fromPt; ; valuePt -= 1) {
    const widestIn = widestValueIn(valuePt);
    const valueRoomIn = Math.min(MAX_VALUE_WIDTH_IN, widestIn);
    const barIn = Math.min(LONGEST_BAR_IN, lengthIn - sides * (valueRoomIn + CHART_AIR_IN));
    const isTight = barIn < SHORTEST_LONG_BAR_IN || widestIn > valueRoomIn;
    if (isTight && valuePt > VALUE.toPt) continue;
    const inPerUnit = inPerUnitOf(barIn, span);
    return { form: 'bars', labelPt, valuePt, labelRoomIn, valueRoomIn, pitchIn, inPerUnit, lengthIn, lowest };
  }

  function fitLabels() {
    const look = bodyLook(theme, theme.text, true);
    for (const labelRoomIn of LABEL_WIDTHS_IN) {
      for (let labelPt = LABEL.fromPt; labelPt >= LABEL.toPt; labelPt -= 1) {
        const maxLines = Math.min(2, Math.max(1, Math.floor(pitchIn / (linePitchIn(labelPt) * WIDEST_SPACING))));
        const fits = items.every(({ label }) => {
          const { lines, wordBroken } = wrapText(cleanText(label), styleOf(look, labelPt), labelRoomIn, measurer);
          return lines.length <= maxLines && !wordBroken;
        });
        if (fits) return { labelPt, labelRoomIn };
      }
    }
    return { labelPt: LABEL.floorPt, labelRoomIn: LABEL_WIDTHS_IN.at(-1) ?? 0 };
  }

  function widestValueIn(sizePt: number): number {
    const style = styleOf(bodyLook(theme, theme.text, true), sizePt);
    return Math.max(...items.map(({ shown }) => measurer.widthIn(cleanText(shown), style))) / USABLE_SHARE + 0.01;
  }
}

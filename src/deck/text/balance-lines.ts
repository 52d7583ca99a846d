import type { TextMeasurer, TextStyle } from '../text-measurer.ts';
import { wrapText } from './wrap-text.ts';

const NARROWEST_SHARE = 0.45;
const PRECISION_IN = 0.02;

/** Returns the narrowest box that keeps the number of lines, and the lines in it: no ragged end, no lone last word. */
export function balanceLines(
  text: string,
  style: TextStyle,
  boxWidthIn: number,
  measurer: TextMeasurer,
): { readonly widthIn: number; readonly lines: readonly string[] } {
  const full = wrapText(text, style, boxWidthIn, measurer);
  let best = { widthIn: boxWidthIn, lines: full.lines };
  if (full.lines.length < 2 || full.wordBroken) return best;
  let tooNarrowIn = boxWidthIn * NARROWEST_SHARE;
  while (best.widthIn - tooNarrowIn > PRECISION_IN) {
    const widthIn = (best.widthIn + tooNarrowIn) / 2;
    const { lines, wordBroken } = wrapText(text, style, widthIn, measurer);
    if (lines.length > full.lines.length || wordBroken) tooNarrowIn = widthIn;
    else best = { widthIn, lines };
  }
  return best;
}

import type { TextMeasurer, TextStyle } from '../text-measurer.ts';
import { wrapText } from './wrap-text.ts';

const NARROWEST_SHARE = 0.45;
const PRECISION_IN = 0.02;
/** Two longer words at the end are a line that looks meant. */
const MAX_GLUED_CHARS = 24;

/** A text in a box of its own width. */
export interface BalancedText {
  /** With a no-break space before its last word, so that an office program that does not balance leaves no lone word. */
  readonly text: string;
  readonly widthIn: number;
  readonly lines: readonly string[];
}

/** Returns the narrowest box that keeps the number of lines, and the lines in it: no ragged end, no lone last word. */
export function balanceLines(
  source: string,
  style: TextStyle,
  boxWidthIn: number,
  measurer: TextMeasurer,
): BalancedText {
  const full = wrapText(source, style, boxWidthIn, measurer);
  if (full.lines.length < 2 || full.wordBroken) return { text: source, widthIn: boxWidthIn, lines: full.lines };
  const glued = glueLastWords(source);
  const whole = wrapText(glued, style, boxWidthIn, measurer);
  const keeps = whole.lines.length === full.lines.length && !whole.wordBroken;
  const text = keeps ? glued : source;
  let best = { text, widthIn: boxWidthIn, lines: keeps ? whole.lines : full.lines };
  let tooNarrowIn = boxWidthIn * NARROWEST_SHARE;
  while (best.widthIn - tooNarrowIn > PRECISION_IN) {
    const widthIn = (best.widthIn + tooNarrowIn) / 2;
    const { lines, wordBroken } = wrapText(text, style, widthIn, measurer);
    if (lines.length > full.lines.length || wordBroken) tooNarrowIn = widthIn;
    else best = { text, widthIn, lines };
  }
  return best;
}

function glueLastWords(text: string): string {
  const [match, first = '', last = ''] = / (\S+) (\S+)$/u.exec(text) ?? [];
  if (match === undefined || first.length + last.length > MAX_GLUED_CHARS) return text;
  return `${text.slice(0, -last.length - 1)}\u00A0${last}`;
}

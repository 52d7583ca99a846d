import { balanceLines } from '../text/balance-lines.ts';
import { cutLines } from '../text/cut-lines.ts';
import { lineSpacingOf, sizeForScript } from '../text/script-rules.ts';
import { linePitchIn, styleOf, type TextLook } from '../text/text-look.ts';
import { wrapText } from '../text/wrap-text.ts';
import type { TextMeasurer } from '../text-measurer.ts';

/** What a column of rows allows. */
export interface RowRules {
  readonly look: TextLook;
  readonly textWidthIn: number;
  readonly heightIn: number;
  /** Largest size by the number of rows on the page. */
  readonly largestPt: (rowCount: number) => number;
  readonly minGapIn: number;
}

/** One size for all rows, with the lines of each. */
export interface FittedRows {
  readonly sizePt: number;
  readonly rows: readonly FittedRow[];
}

export interface FittedRow {
  /** Cleaned, and cut when the whole page had no room for it. */
  readonly text: string;
  readonly lines: readonly string[];
}

/** Rows never get smaller; what does not fit goes to a further page. */
export const ROW_FLOOR_PT = 18;

const USUAL_MAX_LINES = 2;
const SLACK_IN = 0.001;

/** Returns the rows at the largest size at which all of them fit on one page, or null when not even the floor does. */
export function fitRows(
  texts: readonly string[],
  rules: RowRules,
  measurer: TextMeasurer,
  largestPt = rules.largestPt(texts.length),
): FittedRows | null {
  const allowances = texts.map((text) => allowanceOf(text, rules, measurer));
  const fromPt = sizeForScript(largestPt, texts.join(' '));
  for (let sizePt = fromPt; sizePt >= ROW_FLOOR_PT; sizePt -= 1) {
    const wrapped = texts.map((text) => wrapText(text, styleOf(rules.look, sizePt), rules.textWidthIn, measurer));
    const tall = wrapped.reduce(
      (sum, { lines }, index) =>
        sum + lines.length * linePitchIn(sizePt) * lineSpacingOf(texts[index] ?? '', lines.length),
      0,
    );
    const fits =
      tall + texts.length * 2 * rules.minGapIn <= rules.heightIn + SLACK_IN &&
      wrapped.every(({ lines, wordBroken }, index) => {
        const allowance = allowances[index];
        return allowance !== undefined && lines.length <= allowance.lines && (!wordBroken || allowance.wordBroken);
      });
    if (fits) return { sizePt, rows: texts.map((text) => balanceRow(text, sizePt, rules, measurer)) };
  }
  return null;
}

/** Returns the text, cut at a word when it would fill more than a page of its own at the floor size. */
export function cutToPage(text: string, rules: RowRules, measurer: TextMeasurer): string {
  const style = styleOf(rules.look, ROW_FLOOR_PT);
  const room = Math.floor((rules.heightIn - 2 * rules.minGapIn) / (linePitchIn(ROW_FLOOR_PT) * lineSpacingOf(text, 2)));
  const { lines } = wrapText(text, style, rules.textWidthIn, measurer);
  if (lines.length <= room) return text;
  // A broken word may wrap anew once its pieces are words of their own: fewer lines then leave room for it.
  for (let kept = room; kept > 1; kept -= 1) {
    const cut = cutLines(lines, kept, style, rules.textWidthIn, measurer).join(' ');
    if (wrapText(cut, style, rules.textWidthIn, measurer).lines.length <= room) return cut;
  }
  return cutLines(lines, 1, style, rules.textWidthIn, measurer).join(' ');
}

/** Two lines a row, or what the row needs at the floor size when that is more. */
function allowanceOf(text: string, { look, textWidthIn }: RowRules, measurer: TextMeasurer) {
  const { lines, wordBroken } = wrapText(text, styleOf(look, ROW_FLOOR_PT), textWidthIn, measurer);
  return { lines: Math.max(USUAL_MAX_LINES, lines.length), wordBroken };
}

function balanceRow(text: string, sizePt: number, { look, textWidthIn }: RowRules, measurer: TextMeasurer): FittedRow {
  const balanced = balanceLines(text, styleOf(look, sizePt), textWidthIn, measurer);
  return { text: balanced.text, lines: balanced.lines };
}

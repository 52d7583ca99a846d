import type { TextMeasurer } from '../text-measurer.ts';
import { cutLines } from './cut-lines.ts';
import { linePitchIn, styleOf, type TextLook } from './text-look.ts';
import { wrapText } from './wrap-text.ts';

/** Whole-point sizes to try, from the larger to the smaller, with the lines that they may take. */
export interface FitStep {
  readonly fromPt: number;
  readonly toPt: number;
  readonly maxLines: number;
}

export interface FitRequest {
  readonly text: string;
  readonly look: TextLook;
  /** Tried in order; the last step's smallest size is the floor. */
  readonly steps: readonly [FitStep, ...FitStep[]];
  readonly widthIn: number;
  readonly heightIn: number;
  readonly measurer: TextMeasurer;
}

export interface FittedText {
  readonly sizePt: number;
  readonly lines: readonly string[];
  readonly heightIn: number;
  /** True when the end was left out because not even the floor size had room. */
  readonly isCut: boolean;
}

// Sums of line heights carry rounding errors; a thousandth of an inch is a seventh of a pixel.
const SLACK_IN = 0.001;

/** Returns the largest size at which the text fits, with its lines. At the floor, words are broken and the end is cut. */
export function fitText(request: FitRequest): FittedText {
  const { text, look, steps, widthIn, heightIn, measurer } = request;
  for (const { fromPt, toPt, maxLines } of steps) {
    for (let sizePt = fromPt; sizePt >= toPt; sizePt -= 1) {
      const { lines, wordBroken } = wrapText(text, styleOf(look, sizePt), widthIn, measurer);
      const fits = lines.length <= maxLines && lines.length * linePitchIn(sizePt) <= heightIn + SLACK_IN;
      if (fits && !wordBroken) return fitted(sizePt, lines, false);
    }
  }
  const floor = steps.at(-1) ?? steps[0];
  const style = styleOf(look, floor.toPt);
  const { lines } = wrapText(text, style, widthIn, measurer);
  const room = Math.max(1, Math.floor((heightIn + SLACK_IN) / linePitchIn(floor.toPt)));
  const maxLines = Math.min(floor.maxLines, room);
  return fitted(floor.toPt, cutLines(lines, maxLines, style, widthIn, measurer), lines.length > maxLines);
}

function fitted(sizePt: number, lines: readonly string[], isCut: boolean): FittedText {
  return { sizePt, lines, heightIn: lines.length * linePitchIn(sizePt), isCut };
}

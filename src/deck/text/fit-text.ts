import type { TextMeasurer } from '../text-measurer.ts';
import { cutLines } from './cut-lines.ts';
import type { FitStep } from './fit-step.ts';
import { lineSpacingOf, stepsForScript } from './script-rules.ts';
import { linePitchIn, styleOf, type TextLook } from './text-look.ts';
import { wrapText } from './wrap-text.ts';

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
  const { text, look, widthIn, heightIn, measurer } = request;
  const steps = stepsForScript(request.steps, text);
  for (const { fromPt, toPt, maxLines } of steps) {
    for (let sizePt = fromPt; sizePt >= toPt; sizePt -= 1) {
      const { lines, wordBroken } = wrapText(text, styleOf(look, sizePt), widthIn, measurer);
      const fits = lines.length <= maxLines && heightOf(text, lines, sizePt) <= heightIn + SLACK_IN;
      if (fits && !wordBroken) return fitted(text, sizePt, lines, false);
    }
  }
  const floor = steps.at(-1) ?? steps[0];
  const style = styleOf(look, floor.toPt);
  const { lines } = wrapText(text, style, widthIn, measurer);
  const room = Math.max(
    1,
    Math.floor((heightIn + SLACK_IN) / (linePitchIn(floor.toPt) * lineSpacingOf(text, lines.length))),
  );
  const maxLines = Math.min(floor.maxLines, room);
  return fitted(text, floor.toPt, cutLines(lines, maxLines, style, widthIn, measurer), lines.length > maxLines);
}

const heightOf = (text: string, { length }: readonly string[], sizePt: number): number =>
  length * linePitchIn(sizePt) * lineSpacingOf(text, length);

function fitted(text: string, sizePt: number, lines: readonly string[], isCut: boolean): FittedText {
  return { sizePt, lines, heightIn: heightOf(text, lines, sizePt), isCut };
}

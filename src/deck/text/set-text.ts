import type { TextShape } from '../../contract/schemas/laid-out-slide.ts';
import type { TextMeasurer } from '../text-measurer.ts';
import { balanceLines } from './balance-lines.ts';
import { cleanText } from './clean-text.ts';
import type { FitStep } from './fit-step.ts';
import { fitText } from './fit-text.ts';
import { placeText, type TextPlace } from './place-text.ts';
import { linePitchIn, styleOf, type TextLook } from './text-look.ts';
import { wrapText } from './wrap-text.ts';

export interface TextSetting {
  readonly text: string;
  readonly look: TextLook;
  readonly steps: readonly [FitStep, ...FitStep[]];
  readonly place: TextPlace;
  /** Narrows the box while the number of lines stays. Default: false. */
  readonly isBalanced?: boolean;
}

/** Fits a text into its box and places it there. The shape keeps the box, narrowed when the text is balanced. */
export function setText(setting: TextSetting, measurer: TextMeasurer): TextShape {
  const { look, steps, place } = setting;
  const text = cleanText(setting.text);
  const fitted = fitText({ text, look, steps, widthIn: place.widthIn, heightIn: place.heightIn, measurer });
  if (setting.isBalanced !== true || fitted.isCut) return placeText(text, look, fitted, place, measurer);
  const balanced = balanceLines(text, styleOf(look, fitted.sizePt), place.widthIn, measurer);
  const { widthIn, lines } = balanced;
  const spaced = (some: readonly string[]): string => some.join('\n').replaceAll('\u00A0', ' ');
  // The narrowed box alone mostly breaks as meant; then the words stay as they are written.
  const plain = wrapText(text, styleOf(look, fitted.sizePt), widthIn, measurer);
  const words = spaced(plain.lines) === spaced(lines) ? text : balanced.text;
  return placeText(words, look, { ...fitted, lines }, { ...place, widthIn }, measurer);
}

/** One size, one line: what footers, labels and numbers take. */
export function oneLine(fromPt: number, toPt = fromPt): [FitStep] {
  return [{ fromPt, toPt, maxLines: 1 }];
}

/** Returns how high the lines of a shape are together, in inches. */
export function linesHeightIn(shape: TextShape): number {
  const sizePt = shape.paragraphs[0]?.runs[0]?.sizePt ?? 0;
  return shape.lines.length * linePitchIn(sizePt) * (shape.paragraphs[0]?.lineSpacing ?? 1);
}

import type { Paragraph, TextLine, TextRun, TextShape } from '../../contract/schemas/laid-out-slide.ts';
import type { TextMeasurer } from '../text-measurer.ts';
import type { FittedText } from './fit-text.ts';
import { lineSpacingOf } from './script-rules.ts';
import { linePitchIn, styleOf, type TextLook } from './text-look.ts';

/** A place on the slide, in inches. */
export interface Box {
  readonly xIn: number;
  readonly yIn: number;
  readonly widthIn: number;
  readonly heightIn: number;
}

export interface TextPlace extends Box {
  readonly align?: TextShape['align'];
  readonly valign?: TextShape['valign'];
  readonly placeholder?: TextShape['placeholder'];
}

// Height of the first baseline under the top of the line, in em: winAscent / (winAscent + winDescent) x 1.2 of the face that PowerPoint uses.
const BASELINE_EM: Readonly<Record<TextRun['fontFamily'], number>> = {
  Calibri: 0.936,
  Arial: 0.972,
  Georgia: 0.969,
  'Nirmala UI': 0.98,
};

/** Returns where the baseline of a line lies, from the line's top in inches. */
export function baselineOf(fontFamily: TextRun['fontFamily'], sizePt: number, lineSpacing = 1): number {
  // Spacing above single grows the line above and below its letters alike.
  return (BASELINE_EM[fontFamily] * sizePt) / 72 + (linePitchIn(sizePt) * (lineSpacing - 1)) / 2;
}

/** Places a fitted text of one paragraph in a box. Left and top unless the place says otherwise. */
export function placeText(
  text: string,
  look: TextLook,
  fitted: FittedText,
  place: TextPlace,
  measurer: TextMeasurer,
): TextShape {
  const { xIn, yIn, widthIn, heightIn, align = 'left', valign = 'top', placeholder = null } = place;
  const { sizePt } = fitted;
  const run = (words: string): TextRun => ({ ...look, text: words, sizePt });
  const spareIn = heightIn - fitted.heightIn;
  const topIn = yIn + (valign === 'top' ? 0 : valign === 'middle' ? spareIn / 2 : spareIn);
  const spacing = lineSpacingOf(text, fitted.lines.length);
  const pitchIn = linePitchIn(sizePt) * spacing;
  const lines = fitted.lines.map((line, index): TextLine => {
    const lineWidthIn = measurer.widthIn(line, styleOf(look, sizePt));
    return {
      xIn: xIn + alignOffset(align, widthIn - lineWidthIn),
      baselineIn: topIn + index * pitchIn + baselineOf(look.fontFamily, sizePt, spacing),
      widthIn: lineWidthIn,
      runs: [run(line)],
    };
  });
  const whole = fitted.isCut ? fitted.lines.join(' ') : text;
  return {
    kind: 'text',
    xIn,
    yIn,
    widthIn,
    heightIn,
    placeholder,
    align,
    valign,
    paragraphs: [{ ...plainParagraph([run(whole)]), lineSpacing: spacing }],
    lines,
    markers: [],
  };
}

/** Returns a paragraph without a marker or space before it. */
export function plainParagraph(runs: TextRun[]): Paragraph {
  return { runs, spaceBeforePt: 0, lineSpacing: 1, bulletColor: null, indentIn: 0 };
}

function alignOffset(align: TextShape['align'], spareIn: number): number {
  if (align === 'left') return 0;
  return align === 'center' ? spareIn / 2 : spareIn;
}

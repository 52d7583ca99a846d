import type { TextRun } from '../../contract/schemas/laid-out-slide.ts';
import type { TextStyle } from '../text-measurer.ts';

/** How a text looks, all but its size. */
export type TextLook = Readonly<Omit<TextRun, 'text' | 'sizePt'>>;

/** Line pitch in em: what PowerPoint gives every font at single spacing. */
const LINE_EM = 1.2;

/** Returns the style that a measurer needs. */
export function styleOf(look: TextLook, sizePt: number): TextStyle {
  const { fontFamily, bold, italic, trackingPt } = look;
  return { fontFamily, bold, italic, trackingPt, sizePt };
}

/** Returns the height of one line in inches. */
export function linePitchIn(sizePt: number): number {
  return (sizePt * LINE_EM) / 72;
}

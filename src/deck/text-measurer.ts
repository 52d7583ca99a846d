import type { TextRun } from '../contract/schemas/laid-out-slide.ts';

/** What decides how wide a text is. Size and tracking in points. */
export type TextStyle = Readonly<Pick<TextRun, 'fontFamily' | 'sizePt' | 'bold' | 'italic' | 'trackingPt'>>;

/** The ruler that layouts measure with. It must be the ruler of the drawing font, or lines leave their boxes. */
export interface TextMeasurer {
  /** Returns the width of one line of text in inches. */
  widthIn(text: string, style: TextStyle): number;
}

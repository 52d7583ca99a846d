import type { TextStyle } from '../deck/text-measurer.ts';
import { listFallbacks } from './font-files.ts';

/** Slides are drawn on a plane of 144 units an inch, so that a point is two units; the frame's size scales the plane. */
export const UNITS_PER_IN = 144;

const UNITS_PER_PT = UNITS_PER_IN / 72;

/** Returns the font and letter spacing of a style as the canvas wants them. */
export function canvasFontOf({ fontFamily, sizePt, bold, italic, trackingPt }: TextStyle): {
  readonly font: string;
  readonly letterSpacing: string;
} {
  const slant = italic ? 'italic ' : '';
  const families = listFallbacks(fontFamily).map((family) => `"${family}"`);
  return {
    font: `${slant}${bold ? 700 : 400} ${sizePt * UNITS_PER_PT}px ${families.join(', ')}`,
    letterSpacing: `${trackingPt * UNITS_PER_PT}px`,
  };
}

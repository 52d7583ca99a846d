import type { TextMeasurer } from '../deck/text-measurer.ts';
import { createCanvas } from './canvas.ts';
import { canvasFontOf, UNITS_PER_IN } from './canvas-font.ts';

// Some decks' worth of lines. A full cache starts anew, which costs a few milliseconds.
const MAX_WIDTHS = 50_000;

/** Creates the ruler of the drawing fonts, kerning and ligatures included. Widths are kept, since fitting asks for most of them often. */
export function createTextMeasurer(): TextMeasurer {
  const context = createCanvas(1, 1).getContext('2d');
  const widthsIn = new Map<string, number>();
  return {
    widthIn(text, style) {
      const { font, letterSpacing } = canvasFontOf(style);
      const key = `${font}|${letterSpacing}|${text}`;
      const known = widthsIn.get(key);
      if (known !== undefined) return known;
      context.font = font;
      context.letterSpacing = letterSpacing;
      const widthIn = context.measureText(text).width / UNITS_PER_IN;
      if (widthsIn.size >= MAX_WIDTHS) widthsIn.clear();
      widthsIn.set(key, widthIn);
      return widthIn;
    },
  };
}

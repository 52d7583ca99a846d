import './disable-system-fonts.ts';
import { type Canvas, createCanvas as createBareCanvas, loadImage } from '@napi-rs/canvas';
import { registerFonts } from './register-fonts.ts';

registerFonts();

// By default a font draws the letters that it has for the language of the machine: Gelasio has an i of its own for Turkish.
const SHAPING_LANGUAGE = 'en';

/** The canvas with Lectra's fonts and no others, the same on every machine. Nothing else in this folder imports the package. */
export { loadImage };

/** Creates an empty canvas. Sizes are in pixels. */
export function createCanvas(widthPx: number, heightPx: number): Canvas {
  const canvas = createBareCanvas(widthPx, heightPx);
  // A canvas has one 2d context, so whoever asks for it gets this one.
  canvas.getContext('2d').lang = SHAPING_LANGUAGE;
  return canvas;
}

import './disable-system-fonts.ts';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { registerFonts } from './register-fonts.ts';

registerFonts();

/** The canvas with Lectra's fonts and no others. Nothing else in this folder imports the package. */
export { createCanvas, loadImage };

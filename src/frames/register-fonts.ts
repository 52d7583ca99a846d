import './disable-system-fonts.ts';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';
import { ConfigError } from '../contract/errors.ts';
import { DRAWING_FAMILIES, listFontFiles } from './font-files.ts';

const require = createRequire(import.meta.url);

/** Registers Lectra's fonts under the names that PPTX gives them. Throws ENGINE_MISSING when a font cannot be read. */
export function registerFonts(): void {
  if (GlobalFonts.families.length > 0) {
    throw new Error('@napi-rs/canvas was imported before the fonts of this machine were turned off');
  }
  for (const family of DRAWING_FAMILIES) {
    for (const file of listFontFiles(family)) {
      if (GlobalFonts.register(readFileSync(require.resolve(file)), family) === null) {
        throw new ConfigError('ENGINE_MISSING', `The font file ${file} cannot be read; run "npm ci" again.`);
      }
    }
  }
}

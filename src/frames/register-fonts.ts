import './disable-system-fonts.ts';
import { GlobalFonts } from '@napi-rs/canvas';
import { ConfigError } from '../contract/errors.ts';
import { DRAWING_FAMILIES, listFontFiles } from './font-files.ts';
import { readPackagedFile } from './read-packaged-file.ts';

/** Registers Lectra's fonts under the names that PPTX gives them. Throws ENGINE_MISSING when a font cannot be read. */
export function registerFonts(): void {
  if (GlobalFonts.families.length > 0) {
    throw new Error('@napi-rs/canvas was imported before the fonts of this machine were turned off');
  }
  for (const family of DRAWING_FAMILIES) {
    for (const file of listFontFiles(family)) {
      if (GlobalFonts.register(readPackagedFile(file), family) === null) {
        throw new ConfigError('ENGINE_MISSING', `The font file ${file} cannot be read; run "npm ci" again.`);
      }
    }
  }
}

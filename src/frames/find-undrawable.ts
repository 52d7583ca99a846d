import type { TextStyle } from '../deck/text-measurer.ts';
import { type DrawingFamily, listFallbacks, listFontFiles } from './font-files.ts';
import { readCoverage } from './read-coverage.ts';

// A character must be drawable in every family of the themes, since any text may stand in any of them.
const FAMILIES: readonly TextStyle['fontFamily'][] = ['Calibri', 'Georgia'];

const coverages = new Map<DrawingFamily, ReadonlySet<number>>();

/**
 * Returns the characters of a text that Lectra's fonts cannot draw, each once, in order. The canvas would draw them as
 * an empty box, or in a font of the machine that happens to have them, so slides would differ between machines.
 */
export function findUndrawableCharacters(text: string): string[] {
  return [...new Set(text.normalize('NFC'))].filter((character) => {
    // White space, joiners and selectors have no shape of their own.
    if (/^[\s\p{Cc}\p{Default_Ignorable_Code_Point}]$/u.test(character)) return false;
    const code = character.codePointAt(0) ?? 0;
    return !FAMILIES.every((family) => listFallbacks(family).some((fallback) => coverageOf(fallback).has(code)));
  });
}

function coverageOf(family: DrawingFamily): ReadonlySet<number> {
  const known = coverages.get(family);
  if (known !== undefined) return known;
  const coverage = new Set<number>();
  for (const file of listFontFiles(family).filter((each) => each.endsWith('-400-normal.woff2'))) {
    // WOFF and WOFF2 hold the same glyphs; the older one unpacks with zlib alone.
    for (const code of readCoverage(file.replace(/\.woff2$/, '.woff'))) coverage.add(code);
  }
  coverages.set(family, coverage);
  return coverage;
}

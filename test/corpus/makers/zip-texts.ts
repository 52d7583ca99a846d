import { strToU8, zipSync } from 'fflate';

/** The first time that a ZIP entry can name: the same parts give the same bytes. */
const ZIP_EPOCH = new Date(1980, 0, 1);

/** Packs text parts, in the order given. */
export function zipTexts(parts: Readonly<Record<string, string>>): Uint8Array {
  const entries = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries), { mtime: ZIP_EPOCH });
}

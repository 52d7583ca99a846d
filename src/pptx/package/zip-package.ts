import { type Zippable, zipSync } from 'fflate';

/** Returns the parts as a zip: sorted by name, at a fixed date, media stored and XML deflated. */
export function zipPackage(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries: Zippable = {};
  // Local fields, since zip stores local time: the same bytes in every time zone.
  const mtime = new Date(1980, 0, 1);
  // Code unit order puts [Content_Types].xml first, where programs that guess a file's type look for it.
  for (const name of [...parts.keys()].sort()) {
    const bytes = parts.get(name);
    if (bytes !== undefined) entries[name] = [bytes, { level: name.startsWith('ppt/media/') ? 0 : 6, mtime }];
  }
  return zipSync(entries);
}

import { inflateSync } from 'node:zlib';
import { ConfigError } from '../contract/errors.ts';
import { readPackagedFile } from './read-packaged-file.ts';

const WOFF_HEADER_BYTES = 44;
const WOFF_ENTRY_BYTES = 20;

/**
 * Returns the code points that the WOFF file of a font package has a glyph for. Throws ENGINE_MISSING when it is not there
 * or has no character map.
 * Formats: https://www.w3.org/TR/WOFF/ and https://learn.microsoft.com/typography/opentype/spec/cmap
 */
export function readCoverage(specifier: string): Set<number> {
  const file = readPackagedFile(specifier);
  const table = readTable(file, 'cmap');
  if (table === null)
    throw new ConfigError('ENGINE_MISSING', `The font ${specifier} has no characters; run "npm ci" again.`);
  const covered = new Set<number>();
  for (let record = 0; record < table.readUInt16BE(2); record += 1) {
    const subtable = table.subarray(table.readUInt32BE(4 + record * 8 + 4));
    const format = subtable.readUInt16BE(0);
    if (format === 4) addSegments(subtable, covered);
    if (format === 12) addGroups(subtable, covered);
  }
  return covered;
}

function readTable(file: Buffer, tag: string): Buffer | null {
  const count = file.readUInt16BE(12);
  for (let entry = 0; entry < count; entry += 1) {
    const at = WOFF_HEADER_BYTES + entry * WOFF_ENTRY_BYTES;
    if (file.toString('latin1', at, at + 4) !== tag) continue;
    const [offset, packedBytes, fullBytes] = [at + 4, at + 8, at + 12].map((place) => file.readUInt32BE(place));
    const packed = file.subarray(offset, (offset ?? 0) + (packedBytes ?? 0));
    return packedBytes === fullBytes ? packed : inflateSync(packed);
  }
  return null;
}

/** Format 4: the basic plane in segments. */
function addSegments(subtable: Buffer, covered: Set<number>): void {
  const bytes = subtable.readUInt16BE(6);
  const [ends, starts] = [14, 16 + bytes];
  const [deltas, offsets] = [starts + bytes, starts + 2 * bytes];
  for (let at = 0; at < bytes; at += 2) {
    const [start, end] = [subtable.readUInt16BE(starts + at), subtable.readUInt16BE(ends + at)];
    const [delta, offset] = [subtable.readUInt16BE(deltas + at), subtable.readUInt16BE(offsets + at)];
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const glyph = offset === 0 ? code : subtable.readUInt16BE(offsets + at + offset + 2 * (code - start));
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) covered.add(code);
    }
  }
}

/** Format 12: all planes in groups of code points that follow each other. */
function addGroups(subtable: Buffer, covered: Set<number>): void {
  const count = subtable.readUInt32BE(12);
  for (let at = 16; at < 16 + count * 12; at += 12) {
    const firstGlyph = subtable.readUInt32BE(at + 8);
    for (let code = subtable.readUInt32BE(at); code <= subtable.readUInt32BE(at + 4); code += 1) {
      if (firstGlyph !== 0) covered.add(code);
    }
  }
}

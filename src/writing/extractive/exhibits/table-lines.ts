import type { Passage, PassageTable } from '../../../contract/schemas/source-document.ts';
import type { ExhibitInput } from './exhibit-draft.ts';

/** A table of a passage with the line of text that each row became in its passage. */
export interface ReadTable {
  readonly passage: Passage;
  readonly table: PassageTable;
  readonly lines: readonly string[];
}

const MAX_CAPTION_CHARS = 120;

/** Returns what is written over a table: its own caption, else a paragraph before it such as "Table 1: Tidal range". */
export function captionOf({ passage, table }: ReadTable, { passageIds, matter }: ExhibitInput): string | null {
  if (table.caption !== null) return table.caption;
  const before = matter.passages.get(passageIds[passageIds.indexOf(passage.id) - 1] ?? '');
  const isCaption =
    before !== undefined &&
    before.text.length <= MAX_CAPTION_CHARS &&
    matter.language.exhibits.captionLabel?.test(before.text) === true;
  return isCaption ? before.text : null;
}

/** Returns the table of a passage, or null when it has none or its text is not a line a row. */
export function readTable(passage: Passage | undefined): ReadTable | null {
  if (passage?.table == null) return null;
  const lines = passage.text.split('\n').map((line) => line.trim());
  return lines.length === passage.table.rows.length && lines.every((line) => line !== '')
    ? { passage, table: passage.table, lines }
    : null;
}

import { canShowTable } from '../../../deck/can-show-table.ts';
import type { ExhibitDraft, ExhibitInput } from './exhibit-draft.ts';
import { parseFigure } from './parse-figure.ts';
import { countSpokenRows, rowSentence, speakTable } from './speak-table.ts';
import { captionOf, type ReadTable, readTable } from './table-lines.ts';

const MAX_ROWS = 14;
const MIN_ROWS = 2;
const UNIT_AT_END = /^(?<name>.+?)\s*\((?<unit>[^()]{1,20})\)$/u;

/** The unit that all columns of figures have in brackets after their names. */
function sharedUnit(header: readonly string[], isNumeric: readonly boolean[]): string | null {
  const units = new Set(header.filter((_, at) => isNumeric[at]).map((head) => UNIT_AT_END.exec(head)?.groups?.unit));
  const [unit] = units;
  return units.size === 1 && unit !== undefined && isNumeric.filter(Boolean).length > 1 ? unit : null;
}

function draft(read: ReadTable, input: ExhibitInput): ExhibitDraft | null {
  const { passage, table, lines } = read;
  const { header, rows } = table;
  if (header === null || rows.length > MAX_ROWS || rows.length < MIN_ROWS) return null;
  const isNumeric = header.map(
    (_, column) =>
      column > 0 &&
      rows.some((row) => row[column] !== '') &&
      rows.every(
        (row) => [null, '', '–', '-', '—'].includes(row[column] ?? null) || parseFigure(row[column] ?? '') !== null,
      ),
  );
  const unit = sharedUnit(header, isNumeric);
  const columns = header.map((head, at) =>
    unit !== null && isNumeric[at] === true ? (UNIT_AT_END.exec(head)?.groups?.name ?? head) : head,
  );
  if (!canShowTable({ columns, rows })) return null;
  const spokenRows = lines
    .slice(0, countSpokenRows(lines))
    .map((line, supports) => ({ text: rowSentence(line, input.matter), supports }));
  return {
    exhibit: { kind: 'table', columns, rows, isNumeric, unit, source: passage.place },
    points: lines,
    speak: () => speakTable(input, passage.id, captionOf(read, input), spokenRows),
    passageIds: [passage.id],
    strength: 1,
  };
}

/** Drafts the first table of the passages that fits a slide; null when there is none. */
export function draftTable(input: ExhibitInput): ExhibitDraft | null {
  for (const id of input.passageIds) {
    const read = readTable(input.matter.passages.get(id));
    const drafted = read === null ? null : draft(read, input);
    if (drafted !== null) return drafted;
  }
  return null;
}

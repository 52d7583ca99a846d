import type { ChartExhibit } from '../../../contract/schemas/exhibit.ts';
import type { MatterSentence } from '../matter/document-matter.ts';
import { plainWords } from '../wording/content-stems.ts';
import type { ExhibitDraft, ExhibitInput } from './exhibit-draft.ts';
import { parseFigure } from './parse-figure.ts';
import { rowSentence, speakTable } from './speak-table.ts';
import { captionOf, type ReadTable, readTable } from './table-lines.ts';

const MIN_ITEMS = 2;
const MAX_ITEMS = 12;
/** A takeaway stands in a narrow panel: six lines. */
const MAX_TAKEAWAY_CHARS = 110;
const MAX_LABEL_CHARS = 40;

interface ChartRow {
  readonly label: string;
  readonly value: number;
  readonly shown: string;
  readonly line: string;
}

/** The rows with a label and one figure each, all of one unit; null when the table is anything else. */
function chartRows({ table, lines }: ReadTable, { matter }: ExhibitInput): { rows: ChartRow[]; unit: string } | null {
  if (table.rows[0]?.length !== 2) return null;
  const { total } = matter.language.exhibits;
  const units = new Set<string>();
  const rows: ChartRow[] = [];
  const isPercent = /\(%\)$/u.test(table.header?.[1] ?? '');
  for (const [at, [label = '', shown = '']] of table.rows.entries()) {
    const figure = parseFigure(shown);
    if (figure === null || label === '' || label.length > MAX_LABEL_CHARS) return null;
    units.add(figure.unit);
    const sign = isPercent && figure.unit === '' ? '%' : '';
    if (!total.test(label)) rows.push({ label, shown: shown + sign, value: figure.value, line: lines[at] ?? '' });
  }
  const unit = table.header?.[1] || [...units][0] || '';
  const isOfOneKind = units.size === 1 && unit !== '' && rows.length >= MIN_ITEMS && rows.length <= MAX_ITEMS;
  return isOfOneKind && new Set(rows.map(({ label }) => label)).size === rows.length ? { rows, unit } : null;
}

const isTime = (rows: readonly ChartRow[], input: ExhibitInput): boolean =>
  rows.every(({ label }) => input.matter.language.exhibits.time.test(label));

/** The place of the one row that a sentence names; null when it names none or several. */
function namedRow(sentence: MatterSentence, rows: readonly ChartRow[]): number | null {
  const said = ` ${plainWords(sentence.text).join(' ')} `;
  const named = rows.flatMap(({ label }, at) => (said.includes(` ${plainWords(label).join(' ')} `) ? [at] : []));
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** What the chart shows in one sentence of the document: one that names a bar, best with its figure. */
function findTakeaway(
  rows: readonly ChartRow[],
  { sentences }: ExhibitInput,
): { sentence: MatterSentence; at: number } | null {
  const naming = sentences.flatMap((sentence) => {
    const at = namedRow(sentence, rows);
    const isPoint = sentence.point !== null && sentence.point.length <= MAX_TAKEAWAY_CHARS;
    if (at === null || !isPoint || sentence.kind === 'table') return [];
    const figure = plainWords(rows[at]?.shown ?? '').join(' ');
    const saysFigure = ` ${plainWords(sentence.text).join(' ')} `.includes(` ${figure} `);
    return [{ sentence, at, worth: (saysFigure ? 2 : 0) + (/\p{N}/u.test(sentence.text) ? 1 : 0) }];
  });
  const figureAt = (at: number): number => rows[at]?.value ?? 0;
  return (
    naming.sort(
      (a, b) => b.worth - a.worth || figureAt(b.at) - figureAt(a.at) || a.sentence.index - b.sentence.index,
    )[0] ?? null
  );
}

function draft(read: ReadTable, input: ExhibitInput): ExhibitDraft | null {
  const found = chartRows(read, input);
  if (found === null) return null;
  const isOverTime = isTime(found.rows, input);
  const rows = isOverTime ? found.rows : [...found.rows].sort((a, b) => b.value - a.value);
  const takeaway = findTakeaway(rows, input);
  const largest = rows.reduce((best, row, at) => (row.value > (rows[best]?.value ?? 0) ? at : best), 0);
  const highlight = takeaway?.at ?? largest;
  const lit = rows[highlight];
  if (lit === undefined) return null;
  const exhibit: ChartExhibit = {
    kind: 'chart',
    form: isOverTime ? 'columns' : 'bars',
    unit: found.unit,
    items: rows.map(({ label, value, shown }) => ({ label, value, shown })),
    highlight,
    source: read.passage.place,
  };
  const rowsSpoken = rows
    .filter((_, at) => at !== highlight)
    .map(({ line }) => ({ text: rowSentence(line, input.matter), supports: null }));
  const highlightSpoken = takeaway === null ? [{ text: rowSentence(lit.line, input.matter), supports: 0 }] : [];
  const speak = (): ReturnType<typeof speakTable> =>
    speakTable(
      input,
      read.passage.id,
      captionOf(read, input),
      [...highlightSpoken, ...rowsSpoken],
      takeaway?.sentence ?? null,
    );
  return {
    exhibit,
    points: [takeaway?.sentence.point ?? lit.line],
    speak,
    passageIds: [read.passage.id],
    strength: 1,
  };
}

/** Drafts a chart of the first table of the passages that has one figure a row, all of one unit; null when none has. */
export function draftChart(input: ExhibitInput): ExhibitDraft | null {
  for (const id of input.passageIds) {
    const read = readTable(input.matter.passages.get(id));
    const drafted = read === null ? null : draft(read, input);
    if (drafted !== null) return drafted;
  }
  return null;
}

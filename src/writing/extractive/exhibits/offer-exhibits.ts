import type { Exhibit } from '../../../contract/schemas/exhibit.ts';
import { draftBigNumber } from './draft-big-number.ts';
import { draftChart } from './draft-chart.ts';
import { draftDefinition } from './draft-definition.ts';
import { draftQuote } from './draft-quote.ts';
import { draftTable } from './draft-table.ts';
import type { ExhibitDraft, ExhibitInput } from './exhibit-draft.ts';

/** A slide that stands for more sections owes each of them a row. */
const MAX_SECTIONS = 2;
const MIN_LIST_ITEMS = 3;

/** One maker a kind. */
const DRAFTS: Readonly<Record<Exhibit['kind'], (input: ExhibitInput) => ExhibitDraft | null>> = {
  chart: draftChart,
  table: draftTable,
  quote: draftQuote,
  definition: draftDefinition,
  'big-number': draftBigNumber,
};

/** Returns the exhibit of that kind that the matter of a slide has; null when it has none. */
export function draftExhibit(kind: Exhibit['kind'], input: ExhibitInput): ExhibitDraft | null {
  return new Set(input.sentences.map((one) => one.sectionKey)).size > MAX_SECTIONS ? null : DRAFTS[kind](input);
}

/** Whether the slide has a list worth showing as rows. */
function hasList({ sentences }: ExhibitInput): boolean {
  const items = sentences.filter((one) => one.kind === 'list' && one.point !== null);
  return items.length >= MIN_LIST_ITEMS;
}

/** Returns what the slide could show instead of rows; a table that makes a chart is no table. */
export function offerExhibits(input: ExhibitInput): ExhibitDraft[] {
  const chart = draftExhibit('chart', input);
  const table = chart === null ? draftExhibit('table', input) : null;
  const soft = hasList(input)
    ? []
    : (['quote', 'definition', 'big-number'] as const).map((kind) => draftExhibit(kind, input));
  return [chart, table, ...soft].filter((draft) => draft !== null);
}

import type { BigNumberExhibit, ChartExhibit, Exhibit, TableExhibit } from '../../contract/schemas/exhibit.ts';
import type { SlideAnswer } from '../answers/slide-answer.ts';
import { parseFigure } from '../extractive/exhibits/parse-figure.ts';
import type { ExhibitRules } from '../extractive/languages/exhibit-rules.ts';
import { findWritingLanguage } from '../extractive/languages/find-writing-language.ts';
import type { TypographyRules } from '../extractive/languages/writing-language.ts';
import { findNamedBar } from './find-named-bar.ts';
import { setCell, setShown } from './set-model-text.ts';

/** What a slide shows instead of rows, with the points that its sentences speak about. */
export interface ShownExhibit {
  readonly exhibit: Exhibit;
  readonly points: readonly string[];
}

export interface ExhibitInput {
  readonly answer: SlideAnswer;
  readonly language: string;
  readonly typography: TypographyRules;
  /** Place of the first passage that it cites; empty without one. */
  readonly place: string;
}

const EMPTY_CELLS: readonly string[] = ['', '–', '-', '—'];
const SHARE_DECIMALS = 6;
/** "%", "% of all fresh water", "Share of fresh water (%)", "percent of the area". */
const PERCENT_UNIT = /^(?:%|per ?cent|Prozent|pour cent|por ciento|प्रतिशत)(?![\p{L}\p{M}])|\(%\)$/iu;

/** Returns what an answer shows instead of rows; null for one that has rows, or nothing to show. */
export function toExhibit(input: ExhibitInput): ShownExhibit | null {
  const { answer, typography } = input;
  const shown = (text: string): string => setShown(text, typography);
  const { columns, figure, items, meaning, quote, rows, says, term, where, who } = answer;
  if (term !== undefined && meaning !== undefined) {
    return { exhibit: { kind: 'definition', term: shown(term), meaning: shown(meaning) }, points: [] };
  }
  if (quote !== undefined) {
    const text = quote.trim().replace(/^[“"'‘„«]+|[,;]?[”"'’“»]+$/gu, '');
    return { exhibit: { kind: 'quote', text, who: orNull(who), where: orNull(where) }, points: [] };
  }
  if (figure !== undefined && says !== undefined) {
    return { exhibit: toBigNumber(figure, says, input), points: [shown(says)] };
  }
  if (columns !== undefined && rows !== undefined) return toTable(columns, rows, input);
  if (items !== undefined && says !== undefined) {
    const exhibit = toChart(items, says, input);
    return exhibit === null ? null : { exhibit, points: [shown(says)] };
  }
  return null;
}

const orNull = (text: string | undefined): string | null => text?.trim() || null;

/** The figure is a part of a whole where the statement says so in the language's own words: "97 % of the water". */
function toBigNumber(figure: string, says: string, { language, typography }: ExhibitInput): BigNumberExhibit {
  const plain = (text: string): string => text.replaceAll('\u00a0', ' ').trim();
  const rules = findWritingLanguage(language)?.exhibits;
  const isShare = (rules?.figures ?? []).some((pattern) =>
    [...plain(says).matchAll(pattern)].some(
      ({ groups }) => groups?.share !== undefined && plain(groups.figure ?? '') === plain(figure),
    ),
  );
  const parsed = parseFigure(figure);
  const share = rules?.shareInWords(figure) ?? (isShare && parsed !== null ? parsed.value / 100 : null);
  return {
    kind: 'big-number',
    figure: typography.joinUnits(figure.trim()),
    share: share === null || share < 0 || share > 1 ? null : Number(share.toFixed(SHARE_DECIMALS)),
  };
}

function toTable(
  heads: readonly string[],
  cells: readonly (readonly string[])[],
  { place, typography }: ExhibitInput,
): ShownExhibit {
  const columns = heads.map((head) => setShown(head, typography));
  const rows = cells.map((row) => columns.map((_, at) => setCell(row[at] ?? '', typography)));
  const isNumeric = columns.map(
    (_, at) =>
      at > 0 &&
      rows.some((row) => parseFigure(row[at] ?? '') !== null) &&
      rows.every((row) => EMPTY_CELLS.includes(row[at] ?? '') || parseFigure(row[at] ?? '') !== null),
  );
  const exhibit: TableExhibit = { kind: 'table', columns, rows, isNumeric, unit: null, source: place };
  const points = rows.map(([first = '', ...rest]) => [first, rest.filter((cell) => cell !== '').join(', ')]);
  return { exhibit, points: points.map((parts) => parts.filter((part) => part !== '').join(': ') || '–') };
}

function toChart(
  items: NonNullable<SlideAnswer['items']>,
  says: string,
  { answer, language, place, typography }: ExhibitInput,
): ChartExhibit | null {
  const figures = items.flatMap(({ label, value }) => {
    const figure = parseFigure(value);
    return figure === null ? [] : [{ label: setCell(label, typography), figure, shown: value.trim() }];
  });
  if (figures.length !== items.length) return null;
  const units = new Set(figures.map(({ figure }) => figure.unit));
  const unit = answer.unit?.trim() || [...units].join(', ');
  const sign = PERCENT_UNIT.test(unit) && [...units].every((one) => one === '') ? '%' : '';
  const time: ExhibitRules['time'] | undefined = findWritingLanguage(language)?.exhibits.time;
  const isOverTime = figures.every(({ label }) => time?.test(label) === true);
  const bars = figures.map(({ label, figure, shown }) => ({ label, value: figure.value, shown: shown + sign }));
  const ordered = isOverTime ? bars : [...bars].sort((a, b) => b.value - a.value);
  const largest = ordered.reduce((best, bar, at) => (bar.value > (ordered[best]?.value ?? 0) ? at : best), 0);
  const named = findNamedBar(
    ordered.map(({ label }) => label),
    says,
    language,
  );
  return {
    kind: 'chart',
    form: isOverTime ? 'columns' : 'bars',
    unit: unit === '' ? '' : typography.joinUnits(unit),
    items: ordered,
    highlight: named ?? largest,
    source: place,
  };
}

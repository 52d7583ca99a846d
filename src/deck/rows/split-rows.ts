import { cleanText } from '../text/clean-text.ts';
import type { TextMeasurer } from '../text-measurer.ts';
import { cutToPage, type FittedRow, fitRows, ROW_FLOOR_PT, type RowRules } from './fit-rows.ts';
import { spreadEvenly } from './spread-evenly.ts';

/** The rows of one page. */
export interface RowsPage {
  readonly sizePt: number;
  readonly rows: readonly (FittedRow & { readonly pointIndex: number })[];
}

/**
 * Spreads the points over as few pages as hold them, evenly and in order, each point once. All pages share one size.
 * `firstRules` hold for the first page, whose title may be larger; `furtherRules` for the others.
 */
export function splitRows(
  points: readonly string[],
  firstRules: RowRules,
  furtherRules: RowRules,
  measurer: TextMeasurer,
): RowsPage[] {
  const texts = points.map((point) => cutToPage(cleanText(point), firstRules, measurer));
  if (texts.length === 0) return [];
  const fitPage = (chunk: readonly string[], page: number, largestPt?: number) =>
    fitRows(chunk, page === 0 ? firstRules : furtherRules, measurer, largestPt);
  const fitAll = (chunks: readonly (readonly string[])[], largestPt?: number) => {
    const pages = chunks.map((chunk, page) => fitPage(chunk, page, largestPt));
    return pages.some((page) => page === null) ? null : pages.filter((page) => page !== null);
  };
  for (let pageCount = 1; pageCount <= texts.length; pageCount += 1) {
    const chunks = spreadEvenly(texts, pageCount);
    const pages = fitAll(chunks);
    if (pages === null) continue;
    const sizePt = Math.min(...pages.map((page) => page.sizePt));
    // The common size fits every page: text that fits at a larger size fits at a smaller one.
    return numberRows(fitAll(chunks, sizePt) ?? pages);
  }
  throw new RangeError(`A row of its own does not fit on a page at ${ROW_FLOOR_PT} pt`);
}

function numberRows(pages: readonly { readonly sizePt: number; readonly rows: readonly FittedRow[] }[]): RowsPage[] {
  let pointIndex = 0;
  return pages.map(({ sizePt, rows }) => ({
    sizePt,
    rows: rows.map((row) => {
      const numbered = { ...row, pointIndex };
      pointIndex += 1;
      return numbered;
    }),
  }));
}

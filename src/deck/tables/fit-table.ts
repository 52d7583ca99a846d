import type { TableExhibit } from '../../contract/schemas/exhibit.ts';
import { spreadEvenly } from '../rows/spread-evenly.ts';
import { cleanText } from '../text/clean-text.ts';
import { linePitchIn, styleOf, type TextLook } from '../text/text-look.ts';
import { wrapText } from '../text/wrap-text.ts';
import type { TextMeasurer } from '../text-measurer.ts';
import { airPages } from './air-pages.ts';
import { shareWidths } from './share-widths.ts';

/** What the page allows a table. */
export interface TableRules {
  /** The widest look of a cell: what is lit is bold, and must not need more room then. */
  readonly look: TextLook;
  readonly widthIn: number;
  /** Head included. */
  readonly heightIn: number;
}

/** One size for all cells, the widths of the columns, and the rows of each page. */
export interface FittedTable {
  readonly sizePt: number;
  readonly maxLines: number;
  readonly headPt: number;
  readonly columnWidthsIn: readonly number[];
  readonly pages: readonly (readonly TableRow[])[];
}

export interface TableRow {
  readonly rowIndex: number;
  readonly cells: readonly string[];
  readonly heightIn: number;
}

/** Height of the head, and of a row of one line where there are seven. */
export const ROW_HEIGHT_IN = 0.55;
/** Left and right of what stands in a cell. */
export const CELL_MARGIN_IN = 0.12;
/** More rows than these go to a further page. */
const MAX_ROWS = 7;
/** Rows of a page with as many as fit: those of one with fewer share it. */
const FULL_PAGE_IN = MAX_ROWS * ROW_HEIGHT_IN;
/** Of a column beyond what it needs: two short columns as wide as the slide could not be read across. */
const MAX_SPARE_IN = 3;
const ROW_AIR_IN = 0.05;
const HEAD = { fromPt: 15, toPt: 12, maxLines: 2 };
// Smaller letters first, then a second line.
const STEPS = [
  { fromPt: 20, toPt: 14, maxLines: 1 },
  { fromPt: 16, toPt: 14, maxLines: 2 },
  { fromPt: 14, toPt: 14, maxLines: 12 },
];
// A table of a few short rows has the room to be read from the last seat.
const FEW = { rows: 4, step: { fromPt: 24, toPt: 20, maxLines: 1 } };
// What still does not fit breaks its words, and ends with "…" after these lines.
const FLOOR = { sizePt: 14, maxLines: 12 };
// Wrapping fills no box to the edge; this much of it is filled in every script.
const USABLE_SHARE = 0.92;
const SLACK_IN = 0.005;

/** Fits a table to as few pages as hold its rows, evenly, with at most seven rows on each; few rows stand further apart. */
export function fitTable(exhibit: TableExhibit, rules: TableRules, measurer: TextMeasurer): FittedTable {
  const head = exhibit.columns.map(cleanText);
  const rows = exhibit.rows.map((row) => head.map((_, column) => cleanText(row[column] ?? '')));
  for (const { fromPt, toPt, maxLines } of rows.length <= FEW.rows ? [FEW.step, ...STEPS] : STEPS) {
    for (let sizePt = fromPt; sizePt >= toPt; sizePt -= 1) {
      const fitted = fitAt(sizePt, maxLines);
      if (fitted.fits) return pageRows(fitted);
    }
  }
  return pageRows(fitAt(FLOOR.sizePt, FLOOR.maxLines));

  function fitAt(sizePt: number, maxLines: number) {
    const { look } = rules;
    const widest = (texts: readonly string[], size: number) =>
      Math.max(0, ...texts.map((text) => measurer.widthIn(text, styleOf(look, size)))) / USABLE_SHARE +
      2 * CELL_MARGIN_IN +
      SLACK_IN;
    const columns = head.map((title, column) => ({ title, cells: rows.map((row) => row[column] ?? '') }));
    const words = (texts: readonly string[]) => texts.flatMap((text) => text.split(/ +/));
    const columnWidthsIn = shareWidths(
      columns.map(({ title, cells }) => Math.max(widest(cells, sizePt), widest([title], HEAD.fromPt))),
      columns.map(({ title, cells }) => Math.max(widest(words(cells), sizePt), widest(words([title]), HEAD.toPt))),
      rules.widthIn,
      MAX_SPARE_IN,
    );
    const wrapIn = (text: string, column: number, size: number) =>
      wrapText(text, styleOf(look, size), (columnWidthsIn[column] ?? 0) - 2 * CELL_MARGIN_IN, measurer);
    const wrapped = rows.map((row) => row.map((text, column) => wrapIn(text, column, sizePt)));
    const headPt = headSize((size) => head.map((text, column) => wrapIn(text, column, size)));
    const fits = wrapped.flat().every(({ lines, wordBroken }) => lines.length <= maxLines && !wordBroken);
    return { sizePt, maxLines, headPt, columnWidthsIn, wrapped, fits };
  }

  function pageRows(fitted: ReturnType<typeof fitAt>): FittedTable {
    const { sizePt, maxLines, headPt, columnWidthsIn, wrapped } = fitted;
    const roomIn = rules.heightIn - ROW_HEIGHT_IN;
    const tallest = Math.min(maxLines, Math.floor((roomIn - 2 * ROW_AIR_IN) / linePitchIn(sizePt)));
    const all = wrapped.map((cells, rowIndex): TableRow => {
      const lines = Math.min(tallest, Math.max(1, ...cells.map((cell) => cell.lines.length)));
      const heightIn = Math.max(ROW_HEIGHT_IN, lines * linePitchIn(sizePt) + (lines > 1 ? 2 * ROW_AIR_IN : 0));
      return { rowIndex, cells: rows[rowIndex] ?? [], heightIn };
    });
    for (let pageCount = Math.ceil(all.length / MAX_ROWS); pageCount <= all.length; pageCount += 1) {
      const pages = spreadEvenly(all, pageCount);
      const isPageable = pages.every(
        (page) => page.reduce((sum, { heightIn }) => sum + heightIn, 0) <= roomIn + SLACK_IN,
      );
      if (isPageable)
        return { sizePt, maxLines: tallest, headPt, columnWidthsIn, pages: airPages(pages, FULL_PAGE_IN) };
    }
    throw new RangeError(`A row of its own does not fit on a page of ${rules.heightIn} inches`);
  }
}

function headSize(wrapAt: (sizePt: number) => readonly { lines: readonly string[]; wordBroken: boolean }[]): number {
  for (let sizePt = HEAD.fromPt; sizePt > HEAD.toPt; sizePt -= 1) {
    if (wrapAt(sizePt).every(({ lines, wordBroken }) => lines.length <= HEAD.maxLines && !wordBroken)) return sizePt;
  }
  return HEAD.toPt;
}

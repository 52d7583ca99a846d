import type { PassageTable } from '../../contract/schemas/source-document.ts';
import { LONE_ITEM_MARK } from './line-marks.ts';
import type { PdfCell, PdfLine } from './page-text.ts';

/** Lines of a table stand closer than this many of their own sizes, or a ruled row apart. */
const MAX_ROW_GAP_EM = 3.2;
const MIN_ROWS = 3;
const MIN_COLUMN_GAP_EM = 0.8;
/** Columns of a table hold words and figures, not lines of prose. */
const MAX_MEAN_CELL_CHARS = 45;

/** A table found in lines, and how many of them it takes. */
export interface FoundTable {
  readonly table: PassageTable;
  readonly lineCount: number;
}

interface Extent {
  leftPt: number;
  rightPt: number;
}

/** Cells that overlap from row to row are one column. */
function findColumns(rows: readonly (readonly PdfCell[])[]): Extent[] {
  const columns: Extent[] = [];
  const cells = rows.flat().sort((a, b) => a.xPt - b.xPt);
  for (const cell of cells) {
    const last = columns.at(-1);
    if (last !== undefined && cell.xPt < last.rightPt + MIN_COLUMN_GAP_EM * cell.sizePt) {
      last.rightPt = Math.max(last.rightPt, cell.rightPt);
    } else {
      columns.push({ leftPt: cell.xPt, rightPt: cell.rightPt });
    }
  }
  return columns;
}

function toRow(cells: readonly PdfCell[], columns: readonly Extent[]): string[] {
  return columns.map(({ leftPt, rightPt }) =>
    cells
      .filter((cell) => cell.xPt >= leftPt - 0.5 && cell.xPt <= rightPt)
      .map(({ text }) => text)
      .join(' '),
  );
}

const hasFigure = (cell: string): boolean => /^[^\p{L}]*\p{N}/u.test(cell);
const isYear = (cell: string): boolean => /^(?:1[5-9]|20|21)\d{2}$/u.test(cell);

/** The first row names the columns unless it has figures as the rows below do; years name columns too. */
function isHeader(
  row: readonly string[],
  body: readonly (readonly string[])[],
  isBold: boolean,
  isBodyBold: boolean,
): boolean {
  if (isBold && !isBodyBold) return true;
  if (row[0] === '') return true;
  const values = row.slice(1).filter((cell) => cell !== '');
  if (values.length > 0 && values.every(isYear)) return !body.every((one) => one.slice(1).every(isYear));
  return !row.slice(1).some(hasFigure);
}

const isClose = (above: PdfLine, below: PdfLine): boolean =>
  above.band === below.band && below.yPt - above.yPt <= MAX_ROW_GAP_EM * Math.max(above.sizePt, below.sizePt);

/** A line of one cell inside a table goes on with a cell of the row above: it begins where a later column does. */
function continuesRow(line: PdfLine, rows: readonly PdfLine[]): boolean {
  const first = Math.min(...rows.map(({ xPt }) => xPt));
  return (
    line.cells.length === 1 &&
    line.xPt > first + line.sizePt &&
    rows.some((row) => row.cells.slice(1).some((cell) => Math.abs(cell.xPt - line.xPt) < line.sizePt * 0.4))
  );
}

/** Returns the table that begins at the first of the lines, or null: rows of at least two cells that stand in columns. */
export function findTable(lines: readonly PdfLine[]): FoundTable | null {
  const taken: PdfLine[] = [];
  for (const line of lines) {
    const last = taken.at(-1);
    if (last !== undefined && !isClose(last, line)) break;
    if (line.cells.length < 2 && (taken.length < 2 || !continuesRow(line, taken))) break;
    taken.push(line);
  }
  while ((taken.at(-1)?.cells.length ?? 2) < 2) taken.pop();
  const rows = taken.filter(({ cells }) => cells.length > 1);
  const itemCount = rows.filter(({ cells }) => LONE_ITEM_MARK.test(cells[0]?.text ?? '')).length;
  if (rows.length < MIN_ROWS || itemCount * 2 > rows.length) return null;
  const columns = findColumns(taken.map(({ cells }) => cells));
  if (columns.length < 2) return null;
  const cellTexts = rows.flatMap(({ cells }) => cells.map(({ text }) => text));
  const meanChars = cellTexts.reduce((sum, text) => sum + text.length, 0) / cellTexts.length;
  if (meanChars > MAX_MEAN_CELL_CHARS) return null;
  const texts = mergeRows(taken, columns);
  const filled = texts.filter((row) => row.filter((cell) => cell !== '').length > 1).length;
  if (filled < MIN_ROWS || filled < texts.length * 0.6) return null;
  const [head = [], ...body] = texts;
  const bodyBoldCount = rows.slice(1).filter(({ isBold }) => isBold).length;
  const withHeader = isHeader(head, body, rows[0]?.isBold === true, bodyBoldCount * 2 > rows.length);
  return {
    table: { caption: null, header: withHeader ? head : null, rows: withHeader ? body : texts },
    lineCount: taken.length,
  };
}

function mergeRows(lines: readonly PdfLine[], columns: readonly Extent[]): string[][] {
  const rows: string[][] = [];
  for (const line of lines) {
    const row = toRow(line.cells, columns);
    const above = rows.at(-1);
    if (line.cells.length > 1 || above === undefined) rows.push(row);
    else rows[rows.length - 1] = above.map((cell, index) => `${cell} ${row[index] ?? ''}`.trim());
  }
  return rows;
}

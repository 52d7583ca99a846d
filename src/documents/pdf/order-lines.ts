import { joinCells } from './join-cells.ts';
import type { PdfCell, PdfLine } from './page-text.ts';

/** Narrower than any gutter that typesetters use, wider than a gap between words. */
const MIN_GUTTER_PT = 6;
/** A gutter may be crossed by titles, wide tables and pictures' captions, not by the body. */
const MAX_CROSSING_SHARE = 0.35;
const MIN_LINES_OF_COLUMN = 4;
/** Lines of a column are about as wide as it is; cells of a table are not. */
const MIN_FILL = 0.55;
const MIN_MEAN_CHARS = 12;
const MAX_DEPTH = 3;

interface Column {
  readonly cells: readonly PdfCell[];
  readonly leftPt: number;
  readonly rightPt: number;
}

const leftOf = (cells: readonly PdfCell[]): number => Math.min(...cells.map(({ xPt }) => xPt));
const rightOf = (cells: readonly PdfCell[]): number => Math.max(...cells.map(({ rightPt }) => rightPt));

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Lines, joined over stretched spaces: prose fills its column, cells of a table do not. */
function looksLikeProse(cells: readonly PdfCell[]): boolean {
  if (cells.length === 0) return false;
  const widthPt = rightOf(cells) - leftOf(cells);
  const lines = joinCells(cells);
  if (lines.length < MIN_LINES_OF_COLUMN) return false;
  const fill = median(lines.map((line) => rightOf(line) - leftOf(line))) / Math.max(widthPt, 1);
  const meanChars =
    lines.reduce((sum, line) => sum + line.reduce((chars, { text }) => chars + text.length, 0), 0) / lines.length;
  return fill >= MIN_FILL && meanChars >= MIN_MEAN_CHARS;
}

/** The x at which most lines can be parted into two columns, or null. */
function findGutter(cells: readonly PdfCell[]): number | null {
  const leftPt = leftOf(cells);
  const rightPt = rightOf(cells);
  const edges = [...new Set(cells.map((cell) => Math.round(cell.xPt) - 1))].filter(
    (xPt) => xPt > leftPt + (rightPt - leftPt) * 0.15 && xPt < leftPt + (rightPt - leftPt) * 0.85,
  );
  let best: { readonly xPt: number; readonly crossing: number; readonly mass: number } | null = null;
  for (const xPt of edges) {
    const isCrossing = (cell: PdfCell): boolean => cell.xPt < xPt && cell.rightPt > xPt - MIN_GUTTER_PT + 1;
    const crossing = cells.filter(isCrossing).length;
    const left = cells.filter((cell) => cell.rightPt <= xPt - MIN_GUTTER_PT + 1);
    const right = cells.filter((cell) => cell.xPt >= xPt);
    const sides = Math.min(left.length, right.length);
    if (sides < MIN_LINES_OF_COLUMN || crossing > (left.length + right.length) * MAX_CROSSING_SHARE) continue;
    if (!looksLikeProse(left) || !looksLikeProse(right)) continue;
    const mass = right.filter((cell) => Math.abs(cell.xPt - 1 - xPt) < 2).length;
    if (best === null || mass - crossing > best.mass - best.crossing) best = { xPt, crossing, mass };
  }
  return best?.xPt ?? null;
}

/** Parts cells into columns in reading order: what crosses the gutter divides the page into bands, above and below. */
function partColumns(cells: readonly PdfCell[], depth: number): Column[] {
  if (cells.length === 0) return [];
  const whole: Column = { cells, leftPt: leftOf(cells), rightPt: rightOf(cells) };
  const gutterPt = depth < MAX_DEPTH ? findGutter(cells) : null;
  if (gutterPt === null) return [whole];
  const columns: Column[] = [];
  let left: PdfCell[] = [];
  let right: PdfCell[] = [];
  let spanning: PdfCell[] = [];
  const closeBand = (): void => {
    columns.push(...partColumns(left, depth + 1), ...partColumns(right, depth + 1));
    left = [];
    right = [];
  };
  const closeSpanning = (): void => {
    if (spanning.length > 0) columns.push({ cells: spanning, leftPt: whole.leftPt, rightPt: whole.rightPt });
    spanning = [];
  };
  for (const line of joinCells(cells)) {
    const crosses = line.some((cell) => cell.xPt < gutterPt && cell.rightPt > gutterPt - MIN_GUTTER_PT + 1);
    if (crosses) {
      closeBand();
      spanning.push(...line);
      continue;
    }
    closeSpanning();
    left.push(...line.filter((cell) => cell.xPt < gutterPt));
    right.push(...line.filter((cell) => cell.xPt >= gutterPt));
  }
  closeBand();
  closeSpanning();
  return columns;
}

/** Returns the lines of a page in reading order: columns one after the other, under the lines that span them. */
export function orderLines(cells: readonly PdfCell[], page: number): PdfLine[] {
  return partColumns(cells, 0).flatMap((column, band) =>
    joinCells(column.cells).map((line) => {
      const main = line.reduce((best, cell) => (cell.text.length > best.text.length ? cell : best));
      const chars = line.reduce((sum, { text }) => sum + text.length, 0);
      const boldChars = line.reduce((sum, { text, isBold }) => sum + (isBold ? text.length : 0), 0);
      return {
        text: line.map(({ text }) => text).join(' '),
        xPt: leftOf(line),
        rightPt: rightOf(line),
        yPt: main.yPt,
        sizePt: main.sizePt,
        isBold: boldChars * 2 > chars,
        page,
        cells: line,
        columnLeftPt: column.leftPt,
        columnRightPt: column.rightPt,
        band: page * 1000 + band,
      };
    }),
  );
}

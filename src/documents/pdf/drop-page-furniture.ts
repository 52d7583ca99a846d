import { joinCells } from './join-cells.ts';
import type { PdfCell } from './page-text.ts';

export interface PageCells {
  /** From 1. */
  readonly number: number;
  readonly heightPt: number;
  readonly cells: readonly PdfCell[];
}

/** Running heads stand in the outer lines of a page, and in the outer sixth of it. */
const EDGE_LINES = 3;
const EDGE_SHARE = 1 / 6;
const SAME_PLACE_PT = 4;
const LONGEST_HEAD_CHARS = 140;
const LONGEST_NUMBERED_CHARS = 80;
const FIGURE =
  /^\(?[-–—\s]*(?:(?:page|p\.|seite|पृष्ठ)\s*)?(\d{1,4}|[ivxlc]{1,6})(?:\s*(?:\/|of|von|में से)\s*\d{1,4})?[-–—\s.]*\)?$/iu;

interface EdgeLine {
  readonly cells: readonly PdfCell[];
  readonly text: string;
  readonly isTop: boolean;
  readonly yPt: number;
  readonly page: number;
}

const wordsOf = (text: string): string => text.toLowerCase().replace(/\d+/gu, '#').replace(/\s+/gu, ' ').trim();

/** The outer lines of a page, at each edge from the outermost inwards. */
function edgesOf({ cells, heightPt, number }: PageCells): { readonly top: EdgeLine[]; readonly bottom: EdgeLine[] } {
  const lines = joinCells(cells).map((line) => ({
    cells: line,
    text: line.map(({ text }) => text).join(' '),
    yPt: line[0]?.yPt ?? 0,
    page: number,
  }));
  const isTop = (line: { readonly yPt: number }): boolean => line.yPt < heightPt * EDGE_SHARE;
  const isBottom = (line: { readonly yPt: number }): boolean => line.yPt > heightPt * (1 - EDGE_SHARE);
  return {
    top: lines
      .slice(0, EDGE_LINES)
      .filter(isTop)
      .map((line) => ({ ...line, isTop: true })),
    bottom: lines
      .slice(-EDGE_LINES)
      .filter(isBottom)
      .reverse()
      .map((line) => ({ ...line, isTop: false })),
  };
}

/** Figures at the ends of an edge line, as a page number would be: 12 in "12 | Rivers" and "Rivers 12". */
function figuresOf(text: string): number[] {
  const ends = [/^\D{0,3}(\d{1,4})\b/u, /\b(\d{1,4})\D{0,3}$/u, /^page (\d{1,4})\b/iu];
  return ends.flatMap((end) => {
    const figure = end.exec(text)?.[1];
    return figure === undefined ? [] : [Number(figure)];
  });
}

/** How far the printed numbers are ahead of the pages counted, when enough pages agree. */
function findOffset(lines: readonly EdgeLine[], pageCount: number): number | null {
  const votes = new Map<number, Set<number>>();
  for (const line of lines) {
    for (const figure of figuresOf(line.text)) {
      const offset = figure - line.page;
      votes.set(offset, (votes.get(offset) ?? new Set()).add(line.page));
    }
  }
  const [best] = [...votes].sort((a, b) => b[1].size - a[1].size || Math.abs(a[0]) - Math.abs(b[0]));
  return best !== undefined && best[1].size >= Math.max(2, Math.min(4, pageCount / 2)) ? best[0] : null;
}

/** Larger or heavier type may be a heading, so there the words must be the very same on more pages. */
const isPlain = (line: EdgeLine, bodySizePt: number): boolean =>
  line.cells.every(({ sizePt, isBold }) => sizePt <= bodySizePt * 1.05 && !isBold);

/** Whether the same words stand at the same place of other pages. */
function isRepeated(line: EdgeLine, alike: readonly EdgeLine[], bodySizePt: number): boolean {
  const isSmall = isPlain(line, bodySizePt);
  const pages = alike
    .filter((other) => other.isTop === line.isTop && Math.abs(other.yPt - line.yPt) <= SAME_PLACE_PT)
    .filter((other) => isSmall || other.text === line.text)
    .map(({ page }) => page);
  return new Set(pages).size >= (isSmall ? 2 : 4);
}

/**
 * Returns the pages without running heads and page numbers: what repeats at the same place of several pages, what begins
 * or ends with the page's number, and numbers that stand alone at an edge.
 */
export function dropPageFurniture(pages: readonly PageCells[], bodySizePt: number): PageCells[] {
  const edges = pages.map(edgesOf).flatMap(({ top, bottom }) => [top, bottom]);
  const lines = edges.flat();
  const byWords = Map.groupBy(lines, ({ text }) => wordsOf(text));
  const offset = findOffset(lines, pages.length);
  const isFurniture = (line: EdgeLine): boolean => {
    if (line.text.length > LONGEST_HEAD_CHARS) return false;
    const mayCarryNumber = line.text.length <= LONGEST_NUMBERED_CHARS && isPlain(line, bodySizePt);
    const hasPageNumber = offset !== null && figuresOf(line.text).includes(line.page + offset);
    return (
      FIGURE.test(line.text) ||
      (hasPageNumber && mayCarryNumber) ||
      isRepeated(line, byWords.get(wordsOf(line.text)) ?? [], bodySizePt)
    );
  };
  const dropped = new Set<PdfCell>();
  for (const edge of edges) {
    // Furniture lies outside of the matter: the first line that is none ends it.
    const end = edge.findIndex((line) => !isFurniture(line));
    for (const { cells } of end < 0 ? edge : edge.slice(0, end)) for (const cell of cells) dropped.add(cell);
  }
  return pages.map((page) => ({ ...page, cells: page.cells.filter((cell) => !dropped.has(cell)) }));
}

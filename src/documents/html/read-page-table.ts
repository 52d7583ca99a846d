import type { DocumentBlock } from '../blocks/document-block.ts';
import { tableBlock } from '../blocks/table-block.ts';
import { guessHeader } from '../packages/guess-header.ts';
import { inlinePageText } from './inline-page-text.ts';
import { type PageElement, tagOf } from './page-element.ts';

/** What one cell may span; a page that claims more means "to the end". */
const MAX_SPAN = 50;
/** Cells of prose are boxes of a layout, not figures. */
const MAX_MEAN_CELL_CHARS = 240;

interface PageRow {
  readonly cells: readonly PageElement[];
  readonly isHead: boolean;
}

const childrenTagged = (parent: PageElement, ...tags: readonly string[]): PageElement[] =>
  [...parent.children].filter((child) => tags.includes(tagOf(child)));

function rowsOf(table: PageElement): PageRow[] {
  const groups = [table, ...childrenTagged(table, 'thead', 'tbody', 'tfoot')];
  return groups.flatMap((group) =>
    childrenTagged(group, 'tr').map((row) => {
      const cells = childrenTagged(row, 'td', 'th');
      const isAllHeads = cells.length > 0 && cells.every((cell) => tagOf(cell) === 'th');
      return { cells, isHead: tagOf(group) === 'thead' || isAllHeads };
    }),
  );
}

const spanOf = (cell: PageElement, name: string): number => {
  const span = Number.parseInt(cell.getAttribute(name) ?? '1', 10);
  return span >= 1 ? Math.min(span, MAX_SPAN) : 1;
};

/** Cells over several rows stand in each of them; those over several columns in the first. */
function gridOf(rows: readonly PageRow[]): string[][] {
  const grid: (string | undefined)[][] = rows.map(() => []);
  rows.forEach(({ cells }, rowIndex) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[rowIndex]?.[column] !== undefined) column += 1;
      const text = inlinePageText(cell).trim();
      const columnSpan = spanOf(cell, 'colspan');
      for (let down = 0; down < spanOf(cell, 'rowspan'); down += 1) {
        for (let across = 0; across < columnSpan; across += 1) {
          const row = grid[rowIndex + down];
          if (row !== undefined) row[column + across] = across === 0 ? text : '';
        }
      }
      column += columnSpan;
    }
  });
  return grid.map((row) => Array.from(row, (cell) => cell ?? ''));
}

/** Two rows of heads become one: "Cost" over "2023" is "Cost 2023". */
function mergeHeads(heads: readonly (readonly string[])[]): string[] {
  const columnCount = Math.max(...heads.map((head) => head.length));
  return Array.from({ length: columnCount }, (_unused, column) =>
    [...new Set(heads.map((head) => head[column] ?? ''))].filter((text) => text !== '').join(' '),
  );
}

/** Whether a table lays a page out instead of showing matter: nested, of one row or column, or with prose in its cells. */
export function isLayoutTable(table: PageElement): boolean {
  if (table.querySelector('table, h1, h2, h3, h4') !== null) return true;
  if (/^(?:presentation|none)$/u.test(table.getAttribute('role') ?? '')) return true;
  const rows = rowsOf(table);
  const cells = rows.flatMap((row) => row.cells);
  if (rows.length < 2 || Math.max(...rows.map((row) => row.cells.length)) < 2) return true;
  const length = cells.reduce((sum, cell) => sum + (cell.textContent ?? '').trim().length, 0);
  return length / cells.length > MAX_MEAN_CELL_CHARS;
}

/** Returns the block of a table; `caption` is one that stands outside of it. Null when no cell has text. */
export function readPageTable(table: PageElement, caption: string | null): DocumentBlock | null {
  const rows = rowsOf(table);
  const grid = gridOf(rows);
  const firstBody = rows.findIndex((row) => !row.isHead);
  const headCount = firstBody === -1 ? Math.min(1, rows.length) : firstBody;
  const own = childrenTagged(table, 'caption')[0];
  const named = own === undefined ? caption : inlinePageText(own).trim() || caption;
  const header = headCount === 0 ? null : mergeHeads(grid.slice(0, headCount));
  const body = grid.slice(headCount);
  return tableBlock(header === null ? guessHeader(named, body) : { caption: named, header, rows: body }, null);
}

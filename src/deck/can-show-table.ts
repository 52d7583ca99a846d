import type { TableExhibit } from '../contract/schemas/exhibit.ts';

const MAX_COLUMNS = 6;
/** Three pages. */
const MAX_ROWS = 21;
const MAX_CELL_CHARS = 48;
const MAX_HEAD_CHARS = 32;
// What the width of a slide holds of 14 pt letters in bold, less the inner margins of a column.
const LINE_CHARS = 104;
const MARGIN_CHARS = 3;

/**
 * Returns whether a table can be read on slides: few columns, and every cell on two lines at most at 14 pt. Counts
 * characters, since writers have no ruler; what passes fits, save words of capitals and other very wide letters.
 */
export function canShowTable({ columns, rows }: Pick<TableExhibit, 'columns' | 'rows'>): boolean {
  if (columns.length < 2 || columns.length > MAX_COLUMNS || rows.length < 1 || rows.length > MAX_ROWS) return false;
  const neededChars = columns.map((head, column) => {
    const cells = rows.map((row) => row[column] ?? '');
    return Math.max(...cells.map(lineCharsOf), lineCharsOf(head));
  });
  return (
    neededChars.reduce((sum, each) => sum + each + MARGIN_CHARS, 0) <= LINE_CHARS &&
    columns.every((head) => head.length <= MAX_HEAD_CHARS) &&
    rows.every((row) => row.every((cell) => cell.length <= MAX_CELL_CHARS))
  );
}

/** Characters of the longer of two lines, wherever the text breaks best: its longest word, or half of it and half a word. */
function lineCharsOf(text: string): number {
  const longestWord = Math.max(0, ...text.split(/\s+/).map((word) => word.length));
  return Math.max(longestWord, Math.ceil((text.length + longestWord) / 2));
}

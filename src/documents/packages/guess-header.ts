import type { PassageTable } from '../../contract/schemas/source-document.ts';

const isFigure = (cell: string): boolean =>
  /^[-+−–~≈<>€$£¥₹]?\s*\p{N}[\p{N}\s.,:/–-]*\s*(?:%|\p{L}{1,4}\.?)?$/u.test(cell.trim());
const isYear = (cell: string): boolean => /^(?:1[5-9]|20)\d\d$/u.test(cell.trim());
const isName = (cell: string): boolean => cell.trim() === '' || isYear(cell) || (!isFigure(cell) && cell.length <= 60);

/**
 * Returns a table whose first row is its header when that only names (years count as names) and a column under it holds
 * figures; else a table without a header.
 */
export function guessHeader(caption: string | null, grid: readonly string[][]): PassageTable {
  const [first, ...rest] = grid;
  if (first === undefined || rest.length === 0) return { caption, header: null, rows: [...grid] };
  const hasFigures = first.some((_cell, column) => column > 0 && rest.every((row) => isFigure(row[column] ?? '')));
  const isHeader = hasFigures && first.every(isName) && first.filter((cell) => cell.trim() !== '').length >= 2;
  return isHeader ? { caption, header: first, rows: rest } : { caption, header: null, rows: [...grid] };
}

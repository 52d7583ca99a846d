import type { PassageTable } from '../../contract/schemas/source-document.ts';
import type { TableBlock } from './document-block.ts';
import { tableLines } from './table-lines.ts';

const isFilled = (cell: string): boolean => cell.trim() !== '';

/**
 * Returns the block of a table's cells; rows of other lengths get empty cells, rows and columns without any text go.
 * Null when no row is left. `page` counts from 1; null in formats without pages.
 */
export function tableBlock(table: PassageTable, page: number | null): TableBlock | null {
  const rows = table.rows.filter((row) => row.some(isFilled));
  const all = table.header === null ? rows : [table.header, ...rows];
  const columnCount = Math.max(0, ...all.map((row) => row.length));
  const kept = Array.from({ length: columnCount }, (_unused, column) => column).filter((column) =>
    all.some((row) => isFilled(row[column] ?? '')),
  );
  if (rows.length === 0 || kept.length === 0) return null;
  const fitRow = (row: readonly string[]): string[] =>
    kept.map((column) => (row[column] ?? '').replace(/\s+/gu, ' ').trim());
  const header = table.header?.some(isFilled) ? fitRow(table.header) : null;
  const whole: PassageTable = { caption: table.caption?.trim() || null, header, rows: rows.map(fitRow) };
  return { kind: 'table', text: tableLines(whole).join('\n'), table: whole, ...(page === null ? {} : { page }) };
}

import type { Passage } from '../../contract/schemas/source-document.ts';

/** Returns a passage as prompts show it: cells of a table with " | " between them, further lines set in. */
export function passageText({ kind, table, text }: Passage): string {
  if (kind !== 'table' || table === null) return text.replace(/\s*\n\s*/gu, '\n  ').trim();
  const head = table.header === null ? [] : [table.header];
  const rows = [...head, ...table.rows].map((cells) => cells.map((cell) => cell.replace(/\s+/gu, ' ')).join(' | '));
  return [...(table.caption === null ? [] : [table.caption]), ...rows].join('\n  ');
}

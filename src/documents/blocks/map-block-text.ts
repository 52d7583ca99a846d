import type { DocumentBlock } from './document-block.ts';
import { tableBlock } from './table-block.ts';

/** Returns a block with every text of it, also of cells and captions, put through `clean`; null when nothing is left. */
export function mapBlockText(block: DocumentBlock, clean: (text: string) => string): DocumentBlock | null {
  if (block.kind !== 'table') {
    const text = clean(block.text);
    return /[\p{L}\p{N}]/u.test(text) ? { ...block, text } : null;
  }
  const { caption, header, rows } = block.table;
  return tableBlock(
    {
      caption: caption === null ? null : clean(caption),
      header: header?.map(clean) ?? null,
      rows: rows.map((row) => row.map(clean)),
    },
    block.page ?? null,
  );
}

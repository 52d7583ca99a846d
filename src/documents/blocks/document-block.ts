import type { PassageTable } from '../../contract/schemas/source-document.ts';

/** Where a block begins: its page, from 1, in formats that have pages. */
interface BlockOrigin {
  readonly page?: number;
}

/** A table; `tableBlock` makes one, whose text has one row a line. */
export interface TableBlock extends BlockOrigin {
  readonly kind: 'table';
  readonly text: string;
  readonly table: PassageTable;
}

/** One piece of a document in reading order, without markup. Text of a list has one item a line. */
export type DocumentBlock =
  | (BlockOrigin & { readonly kind: 'heading'; readonly level: number; readonly text: string })
  | (BlockOrigin & { readonly kind: 'paragraph' | 'list' | 'quote' | 'caption'; readonly text: string })
  | TableBlock;

/** What a reader of one format hands on. Titles from front matter or properties are null when there is none. */
export interface DocumentBlocks {
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly blocks: readonly DocumentBlock[];
}

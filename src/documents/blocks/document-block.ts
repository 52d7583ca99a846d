/** One piece of a document in reading order, without markup. Text of a list or a table has one item or row a line. */
export type DocumentBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph' | 'list' | 'quote' | 'table'; readonly text: string };

/** What a reader of one format hands on. Titles from front matter are null when there is none. */
export interface DocumentBlocks {
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly blocks: readonly DocumentBlock[];
}

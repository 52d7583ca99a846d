/** A piece of a document before it has a format. */
export type ContentBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph' | 'quote' | 'caption'; readonly text: string }
  | { readonly kind: 'list'; readonly isNumbered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] };

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\||\|$/gu, '')
    .split('|')
    .map((cell) => cell.trim());

function readBlock(text: string): ContentBlock {
  const lines = text.split('\n');
  const first = lines[0] ?? '';
  const heading = /^(#{1,6}) (.+)$/u.exec(first);
  if (heading !== null) return { kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' };
  if (first.startsWith('|')) {
    const [header = [], , ...rows] = lines.map(cellsOf);
    return { kind: 'table', header, rows };
  }
  if (/^(?:-|\d+\.) /u.test(first)) {
    return { kind: 'list', isNumbered: /^\d/u.test(first), items: lines.map((line) => line.replace(/^\S+ /u, '')) };
  }
  if (first.startsWith('> ')) return { kind: 'quote', text: lines.map((line) => line.slice(2)).join(' ') };
  if (/^(?:Figure|Table) \d+[.:] /u.test(first)) return { kind: 'caption', text };
  return { kind: 'paragraph', text: lines.join(' ') };
}

/** Reads the plain subset of Markdown that the documents here are written in: blocks with empty lines between them. */
export function readContentBlocks(markdown: string): ContentBlock[] {
  return markdown
    .trim()
    .split(/\n{2,}/u)
    .map((block) => readBlock(block.trim()));
}

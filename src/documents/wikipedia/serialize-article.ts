import type { DocumentBlock } from '../blocks/document-block.ts';
import { escapeMarkup } from './escape-markup.ts';

const element = (tag: string, text: string): string => `<${tag}>${escapeMarkup(text)}</${tag}>`;

const row = (tag: 'th' | 'td', cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => element(tag, cell)).join('')}</tr>`;

function serializeBlock(block: DocumentBlock): string {
  switch (block.kind) {
    case 'heading':
      return element(`h${Math.min(6, block.level)}`, block.text);
    case 'list':
      return `<ul>${block.text
        .split('\n')
        .map((item) => element('li', item))
        .join('')}</ul>`;
    case 'quote': {
      const [, words = block.text, who] = /^([\s\S]*?)(?:\n— (.+))?$/u.exec(block.text) ?? [];
      return `<blockquote>${element('p', words)}${who === undefined ? '' : element('footer', who)}</blockquote>`;
    }
    case 'table': {
      const { caption, header, rows } = block.table;
      const head = [caption === null ? '' : element('caption', caption), header === null ? '' : row('th', header)];
      return `<table>${head.join('')}${rows.map((cells) => row('td', cells)).join('')}</table>`;
    }
    case 'paragraph':
    case 'caption':
      return element('p', block.text);
  }
}

/** Returns a page of HTML with nothing but the matter of an article: what Lectra reads as it reads any page. */
export function serializeArticle(article: {
  readonly title: string;
  readonly language: string;
  readonly blocks: readonly DocumentBlock[];
}): Uint8Array {
  const { blocks, language, title } = article;
  const html = [
    `<!doctype html><html lang="${escapeMarkup(language)}"><head><meta charset="utf-8">${element('title', title)}</head>`,
    `<body><main><article>${element('h1', title)}`,
    ...blocks.map(serializeBlock),
    '</article></main></body></html>',
  ];
  return new TextEncoder().encode(`${html.join('\n')}\n`);
}

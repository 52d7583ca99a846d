import type { List, ListItem, RootContent, Table } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { DocumentBlock, DocumentBlocks } from '../blocks/document-block.ts';
import { tableBlock } from '../blocks/table-block.ts';
import { htmlText } from './html-text.ts';
import { inlineText } from './inline-text.ts';

const MAX_NESTING = 30;
const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']);

/** Items of items are lines of their own: a slide shows one level. */
function listLines(list: List, depth: number): string[] {
  return list.children.flatMap((item) => itemLines(item, depth));
}

function itemLines(item: ListItem, depth: number): string[] {
  const own: string[] = [];
  const nested: string[] = [];
  for (const child of item.children) {
    if (child.type === 'list') nested.push(...(depth < MAX_NESTING ? listLines(child, depth + 1) : []));
    else if (child.type === 'paragraph' || child.type === 'heading') own.push(inlineText(child).trim());
  }
  return [own.filter((part) => part !== '').join(' '), ...nested].filter((line) => line !== '');
}

/** Raw HTML carries layout more often than prose: only lines that read as sentences count. */
function htmlBlocks(html: string): DocumentBlock[] {
  return htmlText(html)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /[.!?]["'”’)]*$/u.test(line) && line.split(/\s+/u).length >= 5)
    .map((text) => ({ kind: 'paragraph', text }));
}

function tableBlocks(node: Table): DocumentBlock[] {
  const [header = null, ...rows] = node.children.map((row) => row.children.map((cell) => inlineText(cell).trim()));
  const block = tableBlock({ caption: null, header, rows }, null);
  return block === null ? [] : [block];
}

function blocksOf(node: RootContent, depth: number): DocumentBlock[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', level: node.depth, text: inlineText(node) }];
    case 'paragraph': {
      const text = inlineText(node);
      return /^\s*\$\$[\s\S]*\$\$\s*$/u.test(text) ? [] : [{ kind: 'paragraph', text }];
    }
    case 'list':
      return [{ kind: 'list', text: listLines(node, 0).join('\n') }];
    case 'table':
      return tableBlocks(node);
    case 'blockquote':
      if (depth >= MAX_NESTING) return [];
      return node.children.flatMap((child) => blocksOf(child, depth + 1)).map(asQuote);
    case 'html':
      return htmlBlocks(node.value);
    default:
      return [];
  }
}

/** A heading inside a quotation belongs to the quoted work, not to this document. */
function asQuote(block: DocumentBlock): DocumentBlock {
  return block.kind === 'heading' || block.kind === 'paragraph' ? { kind: 'quote', text: block.text } : block;
}

const frontMatterValue = (source: string, key: string): string | null => {
  const line = new RegExp(`^${key}\\s*[:=]\\s*(.+)$`, 'imu').exec(source)?.[1]?.trim() ?? '';
  const value = line.replace(/^(["'])(.*)\1$/u, '$2').trim();
  return value === '' || /^[[{|>&*]/u.test(value) ? null : value;
};

/** Deep runs of markers make the parser nest thousands of levels, which no document means. */
const flattenMarkerRuns = (text: string): string =>
  text
    .replace(/^(?: {0,3}> ?){20,}/gmu, '> ')
    .replace(/\[{8,}/gu, '[')
    .replace(/\]{8,}/gu, ']')
    .replace(/([*_~`])\1{20,}/gu, '')
    .replace(/<{8,}/gu, '<')
    .replace(/^(?:[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t])){20,}/gmu, '- ');

/** Returns the blocks of a CommonMark document with GitHub tables, lists and footnotes; code and pictures are left out. */
export function readMarkdownBlocks(text: string): DocumentBlocks {
  const root = parser.parse(flattenMarkerRuns(text));
  const matter = root.children.find(
    (node) => node.type === 'yaml' || ('value' in node && node.type !== 'html' && node.type !== 'code'),
  );
  const source = matter !== undefined && 'value' in matter ? matter.value : '';
  return {
    title: frontMatterValue(source, 'title'),
    subtitle: frontMatterValue(source, 'subtitle') ?? frontMatterValue(source, 'description'),
    blocks: root.children.flatMap((node) => blocksOf(node, 0)),
  };
}

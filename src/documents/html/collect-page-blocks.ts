import type { DocumentBlock } from '../blocks/document-block.ts';
import { inlinePageText, isSilent } from './inline-page-text.ts';
import { isPageElement, type PageElement, type PageNode, tagOf } from './page-element.ts';
import { isLayoutTable, readPageTable } from './read-page-table.ts';

/** Deeper ones are faults of a program; their text stays, their structure goes. */
const MAX_DEPTH = 200;
/** Longer items are paragraphs that somebody numbered. */
const MAX_ITEM_CHARS = 400;
const INLINE_TAGS: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big br cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr ruby'.split(
    ' ',
  ),
);
const BLOCKS_IN_ITEM = 'h1, h2, h3, h4, h5, h6, table, blockquote, figure';
const MAX_SPEAKER_CHARS = 120;
const ATTRIBUTION = /^[—–―-]\s*/u;

const clean = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** An element that only holds inline ones is one line, whatever its name. */
const isInline = (node: PageNode): boolean =>
  !isPageElement(node) ||
  (INLINE_TAGS.has(tagOf(node)) &&
    node.querySelector('p, div, ul, ol, table, h1, h2, h3, section, blockquote') === null);

const isList = (child: PageNode): child is PageElement => isPageElement(child) && /^(?:ul|ol)$/u.test(tagOf(child));

function itemLines(list: PageElement, depth: number): string[] {
  return [...list.children].flatMap((item) => {
    if (isSilent(item)) return [];
    if (/^(?:ul|ol)$/u.test(tagOf(item))) return itemLines(item, depth + 1);
    const parts = [...item.childNodes];
    const own = clean(parts.map((child) => (isList(child) ? ' ' : inlinePageText(child))).join(''));
    const nested = depth < MAX_DEPTH ? parts.filter(isList).flatMap((child) => itemLines(child, depth + 1)) : [];
    return own === '' ? nested : [own, ...nested];
  });
}

/** Terms and what they mean, a pair a line. */
function definitionLines(list: PageElement): string[] {
  const pairs: string[] = [];
  let terms: string[] = [];
  for (const part of list.querySelectorAll('dt, dd')) {
    const text = clean(inlinePageText(part));
    if (text === '') continue;
    if (tagOf(part) === 'dt') {
      terms.push(text);
    } else {
      pairs.push(terms.length === 0 ? text : `${terms.join(', ')}: ${text}`);
      terms = [];
    }
  }
  return pairs;
}

/** Who is quoted stands in an element of its own, or in a last line after a dash. */
function takeSpeaker(quote: PageElement): string {
  const named = quote.querySelector('footer, figcaption, cite');
  if (
    named !== null &&
    (tagOf(named) !== 'cite' || clean(quote.textContent ?? '').endsWith(clean(named.textContent ?? '')))
  ) {
    named.remove();
    return clean(inlinePageText(named)).replace(ATTRIBUTION, '');
  }
  const lines = [...quote.children];
  const last = lines.at(-1);
  const text = last === undefined ? '' : clean(inlinePageText(last));
  if (last === undefined || lines.length < 2 || !ATTRIBUTION.test(text) || text.length > MAX_SPEAKER_CHARS) return '';
  last.remove();
  return text.replace(ATTRIBUTION, '');
}

const attributed = (text: string, who: string): string =>
  who === '' ? text : `${clean(text).replace(/[\s—–―-]+$/u, '')}\n— ${who}`;

function readQuote(quote: PageElement, depth: number): DocumentBlock[] {
  const who = takeSpeaker(quote);
  const blocks = collectPageBlocks(quote, depth + 1);
  const lastText = blocks.findLastIndex((block) => block.kind === 'paragraph');
  return blocks.map((block, index) =>
    block.kind === 'heading' || block.kind === 'paragraph'
      ? { kind: 'quote', text: attributed(block.text, index === lastText ? who : '') }
      : block,
  );
}

function readFigure(figure: PageElement, depth: number): DocumentBlock[] {
  const caption = figure.querySelector('figcaption');
  const text = caption === null ? '' : clean(inlinePageText(caption));
  const table = figure.querySelector('table');
  if (table !== null && !isLayoutTable(table)) {
    const block = readPageTable(table, text || null);
    return block === null ? [] : [block];
  }
  const quote = figure.querySelector('blockquote');
  if (quote !== null) {
    const blocks = readQuote(quote, depth);
    const last = blocks.at(-1);
    if (last?.kind !== 'quote' || text === '' || last.text.includes('\n— ')) return blocks;
    return [...blocks.slice(0, -1), { kind: 'quote', text: attributed(last.text, text.replace(ATTRIBUTION, '')) }];
  }
  caption?.remove();
  const inside = collectPageBlocks(figure, depth + 1);
  return text === '' ? inside : [...inside, { kind: 'caption', text }];
}

function readList(list: PageElement, depth: number): DocumentBlock[] {
  const lines = itemLines(list, 0);
  const isFlow = list.querySelector(BLOCKS_IN_ITEM) !== null || lines.some((line) => line.length > MAX_ITEM_CHARS);
  if (isFlow) return [...list.children].flatMap((item) => collectPageBlocks(item, depth + 1));
  return lines.length === 0 ? [] : [{ kind: 'list', text: lines.join('\n') }];
}

function readElement(element: PageElement, depth: number): DocumentBlock[] {
  const tag = tagOf(element);
  if (/^h[1-6]$/u.test(tag)) {
    const text = clean(inlinePageText(element));
    return text === '' ? [] : [{ kind: 'heading', level: Number(tag.slice(1)), text }];
  }
  switch (tag) {
    case 'ul':
    case 'ol':
      return readList(element, depth);
    case 'dl': {
      const lines = definitionLines(element);
      return lines.length === 0 ? [] : [{ kind: 'list', text: lines.join('\n') }];
    }
    case 'blockquote':
      return readQuote(element, depth);
    case 'figure':
      return readFigure(element, depth);
    case 'figcaption':
      return [{ kind: 'caption', text: clean(inlinePageText(element)) }];
    case 'table': {
      if (isLayoutTable(element)) return collectPageBlocks(element, depth + 1);
      const block = readPageTable(element, null);
      return block === null ? [] : [block];
    }
    default:
      return collectPageBlocks(element, depth + 1);
  }
}

/** Returns what stands in an element in reading order; text between two blocks is a paragraph of its own. */
export function collectPageBlocks(root: PageElement, depth = 0): DocumentBlock[] {
  const blocks: DocumentBlock[] = [];
  let line = '';
  const flush = (): void => {
    const text = clean(line);
    if (text !== '') blocks.push({ kind: 'paragraph', text });
    line = '';
  };
  for (const child of root.childNodes) {
    if (isInline(child) || depth >= MAX_DEPTH) {
      line += depth >= MAX_DEPTH ? ` ${child.textContent ?? ''}` : inlinePageText(child);
      continue;
    }
    flush();
    if (isPageElement(child) && !isSilent(child)) blocks.push(...readElement(child, depth));
  }
  flush();
  return blocks;
}

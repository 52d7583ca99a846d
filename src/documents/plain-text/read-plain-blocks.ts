import type { DocumentBlock, DocumentBlocks } from '../blocks/document-block.ts';

const ITEM = /^\s*(?:[-*+•‣▪–]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+(?=\S)/u;
const NUMBERED_HEADING = /^\s*(\d{1,2}(?:\.\d{1,2}){0,4})[.)]?\s+(\p{Lu}.*)$/u;
const CHAPTER_HEADING = /^(?:chapter|part|section|lesson|unit)\s+(?:\d+|[ivxlc]+)\b/iu;
const UNDERLINE = /^\s*([=~*#-])\1{2,}\s*$/u;
const MAX_HEADING_CHARS = 80;
const MAX_HEADING_WORDS = 12;
const LONG_LINE_CHARS = 120;

const endsLikeSentence = (line: string): boolean => /[.!;,…]["'”’)]*$/u.test(line.trim());

/** A short line that stands alone and does not end as a sentence does; "1.2 Title" counts its level by its numbers. */
function headingOf(line: string, hasMatterBelow: boolean): { readonly level: number; readonly text: string } | null {
  const text = line.trim();
  const isShort = text.length <= MAX_HEADING_CHARS && text.split(/\s+/u).length <= MAX_HEADING_WORDS;
  if (!isShort || endsLikeSentence(text) || !/\p{L}/u.test(text)) return null;
  const numbered = NUMBERED_HEADING.exec(text);
  if (numbered !== null)
    return { level: Math.min(6, 1 + (numbered[1] ?? '').split('.').length), text: numbered[2] ?? text };
  if (ITEM.test(line) || /:$/u.test(text) || !hasMatterBelow) return null;
  if (!/^[\p{Lu}\p{N}"'“‘(]/u.test(text)) return null;
  return { level: CHAPTER_HEADING.test(text) ? 1 : 2, text };
}

const joinWrapped = (lines: readonly string[]): string =>
  lines
    .map((line) => line.trim())
    .reduce((text, line) => (/\p{L}-$/u.test(text) && /^\p{Ll}/u.test(line) ? text + line : `${text} ${line}`));

function listBlock(lines: readonly string[]): DocumentBlock {
  const items: string[] = [];
  for (const line of lines) {
    const last = items.length - 1;
    if (ITEM.test(line) || last < 0) items.push(line.replace(ITEM, '').trim());
    else items[last] = `${items[last]} ${line.trim()}`;
  }
  return { kind: 'list', text: items.join('\n') };
}

/** Lines that run on are one paragraph; lines that are whole paragraphs themselves stay apart. */
function paragraphBlocks(lines: readonly string[]): DocumentBlock[] {
  const meanChars = lines.reduce((sum, line) => sum + line.length, 0) / lines.length;
  if (lines.length > 1 && meanChars > LONG_LINE_CHARS)
    return lines.map((line) => ({ kind: 'paragraph', text: line.trim() }));
  return [{ kind: 'paragraph', text: joinWrapped(lines) }];
}

function matterBlocks(lines: readonly string[]): DocumentBlock[] {
  if (lines.length === 0) return [];
  const firstItem = lines.findIndex((line) => ITEM.test(line));
  const itemCount = lines.filter((line) => ITEM.test(line)).length;
  if (firstItem < 0 || (itemCount === 1 && firstItem > 0)) return paragraphBlocks(lines);
  return [...(firstItem > 0 ? paragraphBlocks(lines.slice(0, firstItem)) : []), listBlock(lines.slice(firstItem))];
}

function groupBlocks(lines: readonly string[], hasMatterBelow: boolean): DocumentBlock[] {
  const underlineAt = lines.findIndex((line, index) => index > 0 && UNDERLINE.test(line));
  if (underlineAt > 0) {
    const mark = (lines[underlineAt] ?? '').trim()[0];
    const title = (lines[underlineAt - 1] ?? '').trim();
    const level = mark === '=' || mark === '#' || mark === '*' ? 1 : 2;
    return [
      ...matterBlocks(lines.slice(0, underlineAt - 1)),
      { kind: 'heading', level, text: title },
      ...groupBlocks(lines.slice(underlineAt + 1), hasMatterBelow),
    ];
  }
  const kept = lines.filter((line) => !UNDERLINE.test(line));
  const only = kept.length === 1 ? headingOf(kept[0] ?? '', hasMatterBelow) : null;
  return only === null ? matterBlocks(kept) : [{ kind: 'heading', ...only }];
}

/** The first heading of a text is its title, when it stands above all matter and is not one of numbered siblings. */
function raiseTitle(blocks: readonly DocumentBlock[]): DocumentBlock[] {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'heading') return [...blocks];
  const shallowest = rest.reduce(
    (level, block) => (block.kind === 'heading' ? Math.min(level, block.level) : level),
    7,
  );
  return first.level <= shallowest
    ? [{ ...first, level: 1 }, ...rest.map((block) => lower(block, shallowest))]
    : [...blocks];
}

const lower = (block: DocumentBlock, shallowest: number): DocumentBlock =>
  block.kind === 'heading' && shallowest === 1 ? { ...block, level: Math.min(6, block.level + 1) } : block;

/** Returns the blocks of plain text. Headings: underlined, numbered, or a short line alone between blank lines. */
export function readPlainBlocks(text: string): DocumentBlocks {
  const groups = text
    .split(/\n[^\S\n]*\n+/u)
    .map((group) => group.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0);
  const blocks = groups.flatMap((lines, index) => groupBlocks(lines, index < groups.length - 1));
  return { title: null, subtitle: null, blocks: raiseTitle(blocks) };
}

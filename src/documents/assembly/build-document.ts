import type { SourceDocument } from '../../contract/schemas/source-document.ts';
import type { DocumentBlock, DocumentBlocks } from '../blocks/document-block.ts';
import { mapBlockText } from '../blocks/map-block-text.ts';
import { cleanProse, dropMarks } from '../cleaning/clean-prose.ts';
import { cleanHeading } from './clean-heading.ts';
import { collectMatter } from './collect-matter.ts';
import { dropBackMatter } from './drop-back-matter.ts';
import { isAddressBlock } from './is-address-block.ts';
import { readSpelling, type Spelling } from './spelling.ts';
import { stripCaptionLabel } from './strip-caption-label.ts';

const MAX_TITLE_CHARS = 120;
const MAX_SUBTITLE_CHARS = 120;

function cutAtWord(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const cut = text.slice(0, maxChars + 1).replace(/\s+\S*$/u, '');
  return (cut.length > maxChars ? text.slice(0, maxChars) : cut).replace(/[\s,;:–—-]+$/u, '');
}

function stripLabel(block: DocumentBlock): DocumentBlock {
  if (block.kind === 'caption') return { ...block, text: stripCaptionLabel(block.text) };
  if (block.kind !== 'table' || block.table.caption === null) return block;
  return { ...block, table: { ...block.table, caption: stripCaptionLabel(block.table.caption) } };
}

/** Cleans every block; headings without a letter and blocks without text go. */
function cleanBlocks(blocks: readonly DocumentBlock[], spelling: Spelling): DocumentBlock[] {
  return blocks
    .filter((block) => block.kind !== 'paragraph' || !isAddressBlock(block.text))
    .flatMap((block) => {
      const clean = (text: string): string =>
        block.kind === 'heading' ? cleanHeading(dropMarks(text), spelling) : cleanProse(text);
      return mapBlockText(stripLabel(block), clean) ?? [];
    });
}

interface Front {
  readonly title: string;
  readonly subtitle: string | null;
  /** Blocks without the title heading and the subtitle paragraph. */
  readonly body: readonly DocumentBlock[];
}

const LOOSE_END =
  /\s+(?:in|on|at|of|by|for|to|from|with|under|over|into|as|and|or|but|that|which|when|because|the|an?)(?:\s+\S+){0,2}$/iu;

/** The head of a sentence that is too long for a title ends before its last phrase, not in the middle of it. */
const cutAtPhrase = (text: string, maxChars: number): string => {
  const cut = cutAtWord(text, maxChars);
  const phrase = cut.replace(LOOSE_END, '');
  return cut === text || phrase.length < maxChars / 3 ? cut : phrase;
};

const firstWords = (text: string): string =>
  cutAtPhrase(/^[^.!?\n]{8,}/u.exec(text)?.[0]?.trim() ?? text.replaceAll('\n', ' '), 70);

/** The first heading, above all matter, is the title; it also stays a section when it has equals and matter of its own. */
function takeTitle(input: DocumentBlocks, blocks: readonly DocumentBlock[], spelling: Spelling, name: string): Front {
  const first = blocks[0];
  const given = input.title === null ? null : cleanHeading(dropMarks(input.title), spelling);
  if (first?.kind !== 'heading') {
    const heading = blocks.find((block) => block.kind === 'heading' && block.level === 1);
    const title = given ?? heading?.text ?? firstWords(first?.text ?? name);
    return { title: cutAtWord(title, MAX_TITLE_CHARS), subtitle: input.subtitle, body: blocks };
  }
  const hasEquals = blocks.some((block, index) => index > 0 && block.kind === 'heading' && block.level <= first.level);
  const hasMatter = blocks[1] !== undefined && (blocks[1].kind !== 'heading' || blocks[1].level > first.level);
  const isTitleOnly = given === null ? !(hasEquals && hasMatter) : given.toLowerCase() === first.text.toLowerCase();
  const body = isTitleOnly ? blocks.slice(1) : blocks;
  return { title: cutAtWord(given ?? first.text, MAX_TITLE_CHARS), subtitle: input.subtitle, body };
}

/** A short paragraph between the title and the matter is a tagline, not a passage. */
function takeTagline(front: Front): Front {
  const [first, second] = front.body;
  if (front.subtitle !== null || first?.kind !== 'paragraph' || second === undefined) return front;
  const isTagline =
    first.text.length <= MAX_SUBTITLE_CHARS &&
    !/[:;]$/u.test(first.text) &&
    !/[.!?]["'”’)]*\s+\p{Lu}/u.test(first.text);
  return isTagline ? { ...front, subtitle: first.text, body: front.body.slice(1) } : front;
}

/** Returns the document of cleaned blocks. `name` is the file name to cite, `language` its ISO 639-1 code. */
export function buildDocument(input: DocumentBlocks, name: string, language: string): SourceDocument {
  const spelling = readSpelling(input.blocks);
  const blocks = dropBackMatter(cleanBlocks(input.blocks, spelling));
  const front = takeTagline(takeTitle(input, blocks, spelling, name));
  const { sections, passages } = collectMatter(front.body, front.title, language);
  const subtitle = front.subtitle === null ? '' : cutAtWord(cleanProse(front.subtitle), MAX_SUBTITLE_CHARS);
  return { title: front.title || name, subtitle: subtitle || null, name, language, sections, passages };
}

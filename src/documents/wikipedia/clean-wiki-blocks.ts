import { splitSentences } from '../../narration/split-sentences.ts';
import type { DocumentBlock } from '../blocks/document-block.ts';
import { mapBlockText } from '../blocks/map-block-text.ts';
import { isBackMatter } from './back-matter.ts';
import { FORMULA_MARK } from './read-formula.ts';

/** Brackets that hold a pronunciation or a name in a script that no slide can show. */
const FOREIGN_ASIDE =
  /\s*\((?=[^()]*(?:[^\P{L}\p{Script=Latin}\p{Script=Devanagari}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]|[ˈˌːəɪʊɛɔæʃʒθŋ]))[^()]*\)/gu;
const EMPTY_BRACKETS = /\s*[([]\s*[,;:–—\s]*[)\]]/gu;
const LOOSE_MARK_IN_BRACKETS = /\(\s*[;,:]\s*/gu;
const SENTENCE_END = /[.!?…।॥]["'”’»)\]]*$/u;

const tidy = (text: string): string =>
  text
    .replace(FOREIGN_ASIDE, '')
    .replace(LOOSE_MARK_IN_BRACKETS, '(')
    .replace(EMPTY_BRACKETS, '')
    .replace(/[^\S\n]{2,}/gu, ' ')
    .replace(/[^\S\n]+([,.;:!?])(?=\s|$)/gu, '$1')
    .trim();

const withoutFormulas = (text: string, language: string): string =>
  text.includes(FORMULA_MARK)
    ? splitSentences(text, language)
        .filter((sentence) => !sentence.includes(FORMULA_MARK))
        .join(' ')
    : text;

/** "… is given by:" with nothing after it. */
const withoutOpenEnd = (text: string, language: string): string =>
  SENTENCE_END.test(text)
    ? text
    : splitSentences(text, language)
        .filter((sentence) => SENTENCE_END.test(sentence))
        .join(' ');

/** What leads up to a formula of its own line and what explains its letters say nothing without it. */
function withoutDisplayedFormulas(blocks: readonly DocumentBlock[], language: string): DocumentBlock[] {
  const isFormula = (block: DocumentBlock | undefined): boolean =>
    block !== undefined && block.kind !== 'heading' && block.text.replaceAll(FORMULA_MARK, '').trim().length <= 2;
  return blocks.flatMap((block, index) => {
    if (isFormula(block)) return [];
    if (block.kind !== 'paragraph') return [block];
    if (isFormula(blocks[index - 1]) && /^\p{Ll}/u.test(block.text)) return [];
    return [isFormula(blocks[index + 1]) ? { ...block, text: withoutOpenEnd(block.text, language) } : block];
  });
}

/** Leaves out sections that list other texts and pages, and headings that nothing stands under. */
function withoutEmptySections(blocks: readonly DocumentBlock[]): DocumentBlock[] {
  let droppedLevel: number | null = null;
  const kept = blocks.filter((block) => {
    if (block.kind === 'heading') {
      if (droppedLevel !== null && block.level <= droppedLevel) droppedLevel = null;
      if (droppedLevel === null && isBackMatter(block.text)) droppedLevel = block.level;
    }
    return droppedLevel === null;
  });
  return kept.filter((block, index) => {
    if (block.kind !== 'heading') return true;
    const next = kept[index + 1];
    return next !== undefined && (next.kind !== 'heading' || next.level > block.level);
  });
}

/** Returns the blocks of an article as prose: no captions, no formulas, no pronunciations, no back matter. `language` is an ISO 639-1 code. */
export function cleanWikiBlocks(blocks: readonly DocumentBlock[], language: string): DocumentBlock[] {
  const shown = withoutDisplayedFormulas(
    blocks.filter(({ kind }) => kind !== 'caption'),
    language,
  );
  const cleaned = shown.flatMap((block) => mapBlockText(block, (text) => tidy(withoutFormulas(text, language))) ?? []);
  // Twice, since a section may be empty because its parts were.
  return withoutEmptySections(withoutEmptySections(cleaned));
}

import type { WritingLanguage } from '../languages/writing-language.ts';
import { plainWords } from './content-stems.ts';
import { setQuotes } from './set-typography.ts';

const REFERENCE_MARKS = /\s*\[(?:\d{1,3}(?:\s*[,–-]\s*\d{1,3})*|citation needed|note \d+|[a-z])\]/giu;
const NOT_PROSE =
  /[{}<>\\|]|=>|->|::|\$[^$\s\d]|(?:^|\s)[#@]\w|\w\(\)|[=+*/]\s*[=+*/]|_\w+_|https?:|\S\/\S+#\d|\w\.\w+\(|^\W*(?:copyright|©|all rights reserved|by [\p{Lu}]\S+ [\p{Lu}]\S+$)/iu;
const MIN_WORDS = 3;
const MAX_WORDS = 60;

/**
 * Returns a source sentence ready to be spoken: reference marks gone, curly quotes, a mark at its end. Null when it
 * points elsewhere ("see Figure 3"), holds code or formulas, or is too short or too long.
 */
export function cleanSentence(source: string, { cleaning, typography }: WritingLanguage): string | null {
  const unmarked = source.replace(REFERENCE_MARKS, '');
  const bare = cleaning.referenceAsides === null ? unmarked : unmarked.replace(cleaning.referenceAsides, '');
  const text = setQuotes(bare.replace(/\s+/gu, ' ').trim(), typography.quotes)
    .replace(/^[\s\-–—•*,;:.)]+(?=\S)/u, '')
    .replace(/ (?=[.,;:!?])/gu, '');
  const isLost = cleaning.pointsElsewhere?.test(text) === true || cleaning.lostTarget?.test(text) === true;
  if (isLost || NOT_PROSE.test(text)) return null;
  const words = plainWords(text);
  const lettered = words.filter((word) => /\p{L}/u.test(word)).length;
  if (lettered < MIN_WORDS || words.length > MAX_WORDS || words.some((word) => word.length > 40)) return null;
  // A voice drops its tone at a mark; a line without one would run into the next sentence.
  return /[.!?…।॥]["'”’»“‘)]*$/u.test(text) ? text : `${text.replace(/[\s,;:–—-]+$/u, '')}${typography.fullStop}`;
}

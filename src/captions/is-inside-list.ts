import { ARTICLES, LIST_ENDS, RELATIVES, START_A_PHRASE } from './break-words.ts';
import type { CaptionWord } from './list-caption-words.ts';
import { toBareWord } from './to-bare-word.ts';

const endsWithComma = (word: CaptionWord | undefined): boolean => word !== undefined && /,$/u.test(word.text);

/** Whether the words up to the comma of `words[at]` only lead in: "In spring, farms and towns need water". */
function leadsIn(words: readonly CaptionWord[], at: number): boolean {
  let start = at;
  while (start > 0 && !words[start - 1]?.endsSentence && !/[,;:]$/u.test(words[start - 1]?.text ?? ',')) start -= 1;
  const first = toBareWord(words[start]?.text ?? '');
  return START_A_PHRASE.has(first) && !RELATIVES.has(first);
}

/** Index of the last word of the short list item that starts at `start`: a word, or an article and a word. */
const endOfItem = (words: readonly CaptionWord[], start: number): number =>
  ARTICLES.has(toBareWord(words[start]?.text ?? '')) ? start + 1 : start;

/**
 * Whether the words before and after `at` are parts of one list of short items, "warm, dry and windy" or "a train,
 * a barge or a lorry": such a comma or "and" divides no clauses.
 */
export function isInsideList(words: readonly CaptionWord[], at: number): boolean {
  const isListEnd = (index: number): boolean => LIST_ENDS.has(toBareWord(words[index]?.text ?? ''));
  if (endsWithComma(words[at - 1])) {
    if (leadsIn(words, at - 1)) return false;
    for (let start = at; start < words.length; ) {
      const end = endOfItem(words, start);
      if (words[start]?.endsSentence || words[end]?.endsSentence) return false;
      if (isListEnd(end + 1)) return true;
      if (!endsWithComma(words[end])) return false;
      start = end + 1;
    }
    return false;
  }
  if (!isListEnd(at)) return false;
  const start = ARTICLES.has(toBareWord(words[at - 2]?.text ?? '')) ? at - 2 : at - 1;
  return endsWithComma(words[start - 1]) && !leadsIn(words, start - 1);
}

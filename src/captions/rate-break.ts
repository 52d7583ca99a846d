import {
  ABBREVIATIONS,
  ARTICLES,
  AUXILIARIES,
  CLAUSE_STARTS,
  CLING_TO_NEXT,
  CLING_TO_PREVIOUS,
  CONJUNCTIONS,
  FINITE_VERBS,
  JOIN_NOUNS,
  PAIRS,
  POSTPOSITIONS,
  PREPOSITIONS_OR_ADVERBS,
  SCALE_WORDS,
  SHORT_SUBJECTS,
  START_A_PHRASE,
} from './break-words.ts';
import { isInsideList } from './is-inside-list.ts';
import type { CaptionWord } from './list-caption-words.ts';
import { toBareWord } from './to-bare-word.ts';

const SENTENCE_END = 0;
const AFTER_MARK = 2;
const AFTER_COMMA = 4;
const BEFORE_CLAUSE = 5;
const BEFORE_QUOTE = 6;
const BEFORE_VERB = 6;
const BEFORE_PHRASE = 8;
const AFTER_POSTPOSITION = 18;
const BETWEEN_NOUNS = 22;
const IN_LIST = 29;
const ANYWHERE = 30;
const TOGETHER = 40;
const LONE_MARK = 60;

const NUMBER = /^[$€£₹]?\d[\d.,–-]*$/u;
/** What follows "die" as an article, and hardly the English verb. */
const GERMAN_NOUN_PHRASE = /^\p{Lu}|(?:en|[glt]e)$/u;
const CAPITALIZED = /^\p{Lu}\p{L}/u;

/** Whether the full stop of a word inside a sentence stands for left-out letters, so that the next word belongs to it. */
const isAbbreviated = (before: string, after: string): boolean =>
  /[^.]\.$/u.test(before) && (ABBREVIATIONS.has(before.toLowerCase()) || /^[\p{Lu}\p{N}]/u.test(after));

/** Whether `left` is a number or "million", and `right` what it counts or the rest of its range. */
function isCounted(left: string, right: string, next: string): boolean {
  if (START_A_PHRASE.has(right) || AUXILIARIES.has(right) || ARTICLES.has(right)) {
    return NUMBER.test(left) && NUMBER.test(next);
  }
  return NUMBER.test(left) || SCALE_WORDS.has(left);
}

function belongTogether(before: CaptionWord, after: CaptionWord, nextWord: string): boolean {
  const [left, right] = [toBareWord(before.text), toBareWord(after.text)];
  const isAdverb = PREPOSITIONS_OR_ADVERBS.has(left) && CONJUNCTIONS.has(right);
  return (
    (CLING_TO_NEXT.has(left) && !isAdverb) ||
    (left === 'die' && GERMAN_NOUN_PHRASE.test(after.text)) ||
    CLING_TO_PREVIOUS.has(right) ||
    PAIRS.has(`${left} ${right}`) ||
    (SHORT_SUBJECTS.has(left) && AUXILIARIES.has(right)) ||
    isCounted(left, right, nextWord) ||
    (CAPITALIZED.test(before.text) && CAPITALIZED.test(after.text))
  );
}

/**
 * Returns how badly a line or a caption ends before the word at `at`: 0 at the end of a sentence, 2 to 4 after
 * punctuation, 5 to 8 before a clause, verb, conjunction or preposition, 18 after a Hindi postposition, 22 before a
 * Hindi "and" that joins nouns, 30 between any two words, 40 and more where the two belong together (article and noun,
 * number and unit, first and last name). Commas of a list such as "warm, dry and windy" are no better than a space.
 * After https://bbc.github.io/subtitle-guidelines/.
 */
export function rateBreak(words: readonly CaptionWord[], at: number): number {
  const [before, after] = [words[at - 1], words[at]];
  if (!before || !after || before.endsSentence) return SENTENCE_END;
  if (!before.hasSpaceAfter) return ANYWHERE;
  // A lone dash opens no line.
  if (!/[\p{L}\p{N}]/u.test(after.text)) return LONE_MARK;
  const written = before.text.replace(/^["'“‘«([{]+/u, '');
  if (isAbbreviated(written, after.text)) return TOGETHER;
  if (/(?:[!?…।;:]|\.\.)["'”’»)\]]*$|\.["'”’»)\]]+$/u.test(written)) return AFTER_MARK;
  if (isInsideList(words, at)) return IN_LIST;
  // "And that, at the same time, …": the clause has only begun.
  if (/[,–—)]["'”’»]*$/u.test(written)) return CONJUNCTIONS.has(toBareWord(before.text)) ? ANYWHERE : AFTER_COMMA;
  const next = toBareWord(words[at + 1]?.text ?? '');
  if (belongTogether(before, after, next)) return TOGETHER;
  if (/^[(“‘«]/u.test(after.text)) return BEFORE_QUOTE;
  const right = toBareWord(after.text);
  if (CLAUSE_STARTS.has(right)) return BEFORE_CLAUSE;
  const left = toBareWord(before.text);
  if (JOIN_NOUNS.has(right) && !FINITE_VERBS.has(left)) return BETWEEN_NOUNS;
  if (POSTPOSITIONS.has(left) && !START_A_PHRASE.has(right)) return AFTER_POSTPOSITION;
  if (AUXILIARIES.has(after.text)) return BEFORE_VERB;
  // "Should make | up to 60 tonnes" parts a verb from its object.
  const startsPhrase = START_A_PHRASE.has(right) || (right !== 'up' && PAIRS.has(`${right} ${next}`));
  return startsPhrase ? BEFORE_PHRASE : ANYWHERE;
}

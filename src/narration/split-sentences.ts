import { GERMAN_READINGS } from './german-readings.ts';
import { HINDI_VOCABULARY } from './hindi-vocabulary.ts';
import { lookUp } from './look-up.ts';
import {
  ABBREVIATIONS_BEFORE_MORE,
  ABBREVIATIONS_BEFORE_NAME,
  ABBREVIATIONS_BEFORE_NUMBER,
  ABBREVIATIONS_OF_LANGUAGE,
  GERMAN_BEFORE_ORDINAL,
  SPACED_BEFORE_MORE,
  USUAL_FIRST_WORDS,
} from './sentence-abbreviations.ts';

const CLOSING_MARKS = /["'”’»)\]}]+$/u;
const OPENING_MARKS = /^["'“„‘‚«»([{]+/u;
// Scripts without spaces between sentences, and danda.
const ENDS_WITHOUT_SPACE = /[।॥。！？]["'”’»」』)\]]*$/u;

const firstWordOf = (text: string): string => /^[\p{L}\p{M}\p{N}'’]+/u.exec(text.replace(OPENING_MARKS, ''))?.[0] ?? '';

const isNameOrNumber = (word: string): boolean => /^[\p{Lu}\p{Lo}\p{N}]/u.test(word);

/** Whether a full stop after `lastWord` belongs to an abbreviation or an initial, given what follows. */
function isAbbreviationBefore(lastWord: string, wordBefore: string, firstWord: string): boolean {
  const key = lastWord.replace(/\.$/u, '').toLowerCase();
  const isUsualFirstWord = USUAL_FIRST_WORDS.has(firstWord.toLowerCase());
  if (ABBREVIATIONS_BEFORE_MORE.has(key)) return true;
  if (ABBREVIATIONS_BEFORE_NUMBER.has(key)) return /^\p{N}/u.test(firstWord);
  if (ABBREVIATIONS_BEFORE_NAME.has(key)) return !isUsualFirstWord;
  // "U.S. Congress", "Washington D.C. in spring"; "… in the U.S. The" ends.
  if (/^(?:\p{L}\.){2,}$/u.test(lastWord)) return /^[ap]\.m\.$/iu.test(lastWord) ? false : !isUsualFirstWord;
  // "John F. Kennedy" and "J. Smith", but "vitamin C. Fruit …" ends.
  const isInitial = /^\p{Lu}\.$/u.test(lastWord);
  return isInitial && !isUsualFirstWord && (wordBefore === '' || /^\p{Lu}/u.test(wordBefore));
}

/** Abbreviations of two words, "z. B.": nothing ends between the two. */
const SPACED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  de: GERMAN_READINGS.spacedAbbreviations,
  hi: HINDI_VOCABULARY.spacedAbbreviations,
};

/** Whether the full stop belongs to what only this language abbreviates, or to a German ordinal. */
function isOfLanguage(lastWord: string, wordBefore: string, rest: string, code: string): boolean {
  const [next = ''] = rest.trimStart().split(/\s/u);
  const begun = `${lastWord} ${next.replace(/[^\p{L}\p{M}.]+$/u, '')}`.toLowerCase();
  if (lookUp(lookUp(SPACED, code) ?? {}, begun) !== undefined) return true;
  if (SPACED_BEFORE_MORE.has(`${wordBefore} ${lastWord}`.toLowerCase())) return true;
  const isGermanNumber = code === 'de' && /^\d{1,2}\.$/u.test(lastWord);
  if (isGermanNumber && GERMAN_BEFORE_ORDINAL.has(wordBefore.toLowerCase())) return true;
  return lookUp(ABBREVIATIONS_OF_LANGUAGE, code)?.has(lastWord.slice(0, -1).toLowerCase()) ?? false;
}

const opensMoreThanItCloses = (text: string): boolean => {
  let depth = 0;
  for (const char of text) {
    if (char === '(') depth += 1;
    if (char === ')') depth = Math.max(0, depth - 1);
  }
  return depth > 0;
};

/** Whether the segmenter broke inside one sentence. Both sides are as cut, white space at the end of `before`. */
function isFalseBreak(before: string, after: string, rest: string, code: string): boolean {
  const left = before.trimEnd();
  if (left === '' || !/[\p{L}\p{N}]/u.test(after)) return true;
  // A URL ("…/find?q=1"), a file name, an ellipsis that runs into the next word.
  if (left.length === before.length) return !ENDS_WITHOUT_SPACE.test(left);
  // "Stop!" he said.   — said nobody.
  if (/^[\p{Ll}—–,;:)]/u.test(after.replace(OPENING_MARKS, '')) || /^[—–,;:)]/u.test(after)) return true;
  // A number of a list, not a sentence of its own: "1. Heat rises."
  if (/^\(?\p{N}{1,3}[.)]$/u.test(left)) return true;
  if (opensMoreThanItCloses(left) && rest.includes(')')) return true;
  const leftWords = left.split(/\s+/u);
  const lastWord = (leftWords.at(-1) ?? '').replace(OPENING_MARKS, '');
  if (!lastWord.endsWith('.') || CLOSING_MARKS.test(lastWord)) return false;
  const firstWord = firstWordOf(after);
  const wordBefore = leftWords.at(-2) ?? '';
  if (isOfLanguage(lastWord, wordBefore.replace(OPENING_MARKS, ''), rest, code)) return true;
  return isNameOrNumber(firstWord) && isAbbreviationBefore(lastWord, wordBefore, firstWord);
}

/**
 * Returns the sentences of a text in order, trimmed, none empty; together they hold every character but white space.
 * A line break always ends a sentence. Abbreviations, initials, decimals, URLs and quoted cries do not.
 * Source: Unicode UAX #29 sentence boundaries (`Intl.Segmenter`), false breaks joined again.
 */
export function splitSentences(text: string, language: string): string[] {
  const [code = ''] = language.toLowerCase().split('-');
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const sentences: string[] = [];
  for (const line of text.split(/[\r\n\u2028\u2029]+/u)) {
    const pieces = [...segmenter.segment(line)].map((piece) => piece.segment);
    let current = '';
    let restStart = 0;
    for (const piece of pieces) {
      const rest = line.slice(restStart);
      if (current !== '' && !isFalseBreak(current, piece, rest, code)) {
        sentences.push(current.trim());
        current = '';
      }
      current += piece;
      restStart += piece.length;
    }
    if (current.trim() !== '') sentences.push(current.trim());
  }
  return sentences;
}

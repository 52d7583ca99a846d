import {
  ABBREVIATIONS_BEFORE_MORE,
  ABBREVIATIONS_BEFORE_NAME,
  ABBREVIATIONS_BEFORE_NUMBER,
  USUAL_FIRST_WORDS,
} from './sentence-abbreviations.ts';

const CLOSING_MARKS = /["'”’»)\]}]+$/u;
const OPENING_MARKS = /^["'“‘«([{]+/u;
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

const opensMoreThanItCloses = (text: string): boolean => {
  let depth = 0;
  for (const char of text) {
    if (char === '(') depth += 1;
    if (char === ')') depth = Math.max(0, depth - 1);
  }
  return depth > 0;
};

/** Whether the segmenter broke inside one sentence. Both sides are as cut, white space at the end of `before`. */
function isFalseBreak(before: string, after: string, rest: string): boolean {
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
  return isNameOrNumber(firstWord) && isAbbreviationBefore(lastWord, leftWords.at(-2) ?? '', firstWord);
}

/**
 * Returns the sentences of a text in order, trimmed, none empty; together they hold every character but white space.
 * A line break always ends a sentence. Abbreviations, initials, decimals, URLs and quoted cries do not.
 * Source: Unicode UAX #29 sentence boundaries (`Intl.Segmenter`), false breaks joined again.
 */
export function splitSentences(text: string, language: string): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const sentences: string[] = [];
  for (const line of text.split(/[\r\n\u2028\u2029]+/u)) {
    const pieces = [...segmenter.segment(line)].map((piece) => piece.segment);
    let current = '';
    let restStart = 0;
    for (const piece of pieces) {
      const rest = line.slice(restStart);
      if (current !== '' && !isFalseBreak(current, piece, rest)) {
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

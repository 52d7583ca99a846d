import type { WordRules } from '../languages/writing-language.ts';

/** Returns the words of a text in lower case, numbers included. */
export function plainWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+(?:(?:['’-]|\u200c|\u200d)[\p{L}\p{M}\p{N}]+)*/gu) ?? [];
}

/** Whether a word in lower case says what a sentence is about. */
export function isContentWord(word: string, words: WordRules): boolean {
  return word.length > 1 && !words.isStopWord(word) && /\p{L}/u.test(word);
}

/** Returns the stems of a text's content words, in order, with repeats. */
export function contentStems(text: string, words: WordRules): string[] {
  return plainWords(text)
    .filter((word) => isContentWord(word, words))
    .map((word) => words.stem(word));
}

import { findWritingLanguage } from '../extractive/languages/find-writing-language.ts';
import { isContentWord, plainWords } from '../extractive/wording/content-stems.ts';

/** Fewer words that carry meaning tell too little: "less noise" and "more noise" have the same one. */
const FEWEST_CONTENT_WORDS = 3;

/** Returns the words that say what a text is about, as stems, with its numbers; all of its words when those are few. */
export function contentWords(text: string, language: string): ReadonlySet<string> {
  const words = plainWords(text);
  const rules = findWritingLanguage(language)?.words;
  if (rules === undefined) return new Set(words);
  const content = words.filter((word) => isContentWord(word, rules) || /\p{N}/u.test(word));
  return content.length < FEWEST_CONTENT_WORDS ? new Set(words) : new Set(content.map((word) => rules.stem(word)));
}

/** Returns the share of words that two texts have in common, of all their words: 0 to 1. Source: Jaccard 1901. */
export function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((word) => b.has(word)).length;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}

/** Whether two texts say the same: nearly the same words that carry meaning, and half of all words. */
export function saysTheSame(a: string, b: string, language: string): boolean {
  return (
    likenessOf(contentWords(a, language), contentWords(b, language)) >= 0.7 &&
    likenessOf(new Set(plainWords(a)), new Set(plainWords(b))) >= 0.5
  );
}

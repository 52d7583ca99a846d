import { findWritingLanguage } from '../extractive/languages/find-writing-language.ts';
import { isContentWord, plainWords } from '../extractive/wording/content-stems.ts';

/**
 * Returns the index of the bar that a statement about a chart is about: the one it names first, by a word that no other
 * label has ("Ice" for "Ice sheets and glaciers"). Null when it names none.
 */
export function findNamedBar(labels: readonly string[], statement: string, language: string): number | null {
  const stemsOf = labels.map((label) => new Set(stems(label, language)));
  const said = stems(statement, language);
  const isOwn = (stem: string, at: number): boolean =>
    stemsOf[at]?.has(stem) === true && stemsOf.every((other, index) => index === at || !other.has(stem));
  const firstOf = labels.map((_, at) => said.findIndex((stem) => isOwn(stem, at)));
  const first = Math.min(...firstOf.filter((position) => position !== -1));
  return Number.isFinite(first) ? firstOf.indexOf(first) : null;
}

/** Small words ("and", "in") name nothing; numbers such as years do. */
function stems(text: string, language: string): string[] {
  const rules = findWritingLanguage(language)?.words;
  const words = plainWords(text);
  if (rules === undefined) return words.filter((word) => word.length > 2 || /\p{N}/u.test(word));
  return words.filter((word) => isContentWord(word, rules) || /\p{N}/u.test(word)).map((word) => rules.stem(word));
}

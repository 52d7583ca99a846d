import { hasWord } from './has-word.ts';

/** Returns how many words one of the patterns names. Patterns are separated by spaces; "*" at the end stands for any ending. */
export function countMatches(words: readonly string[], patterns: string): number {
  const each = patterns.split(' ');
  return words.filter((word) => hasWord(each, word)).length;
}

/** Whether one of the patterns names the word; "*" at the end of a pattern stands for any ending. */
export function hasWord(patterns: readonly string[], word: string): boolean {
  return patterns.some((pattern) => (pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern));
}

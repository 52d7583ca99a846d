/** First parts that keep their hyphen when nothing in the document says otherwise. */
const HYPHENATING = new Set(
  'self well high low long short half cross full part two three four five six seven eight nine ten first second third all ex non'.split(
    ' ',
  ),
);
const BROKEN = /(\p{L}[\p{L}\p{M}’']*)[-\u00AD]$/u;

/** How a document writes its words, from the lines that are not broken there. */
export type WordCounts = ReadonlyMap<string, number>;

/** Counts the words of lines, with their hyphens; the last word of a line that is broken does not count. */
export function countWords(texts: readonly string[]): WordCounts {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [word] of text.replace(/\S+[-\u00AD]$/u, '').matchAll(/\p{L}[\p{L}\p{M}’'-]*/gu)) {
      const key = word.toLowerCase();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

/** Returns two lines as one: a hyphen at the end of the first goes when the document writes the word without it. */
export function joinLineTexts(first: string, second: string, words: WordCounts): string {
  const left = BROKEN.exec(first)?.[1];
  const right = /^\p{L}[\p{L}\p{M}’']*/u.exec(second)?.[0];
  if (left === undefined || right === undefined) return `${first} ${second}`;
  const head = first.slice(0, -1);
  if (first.endsWith('\u00AD')) return head + second;
  // "Anglo-" before "Saxon" and "mid-" before "1990s" keep theirs.
  if (/^\p{Lu}/u.test(second)) return `${first}${second}`;
  const whole = words.get((left + right).toLowerCase()) ?? 0;
  const hyphened = words.get(`${left}-${right}`.toLowerCase()) ?? 0;
  const isCompound =
    HYPHENATING.has(left.toLowerCase()) && (words.has(right.toLowerCase()) || whole === 0) && whole === 0;
  return hyphened > whole || isCompound ? `${first}${second}` : head + second;
}

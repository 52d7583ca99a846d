/** Three words in a row seldom come twice in a few sentences of plain English. */
const RUN_WORDS = 3;
const LEAST_DISTINCT_SHARE = 0.6;
const LEAST_LATIN_SHARE = 0.9;

/** Says why a text that a model wrote cannot be used in an English lecture, or null when it can. */
export function findUnusableText(text: string): string | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length === 0) return 'holds no word';
  const letters = words.join('');
  const latin = letters.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin / [...letters].length < LEAST_LATIN_SHARE) return 'is not in English';
  const runs = words.slice(RUN_WORDS - 1).map((_, index) => words.slice(index, index + RUN_WORDS).join(' '));
  return new Set(runs).size < runs.length * LEAST_DISTINCT_SHARE ? 'repeats itself' : null;
}

import type { NamedPassage } from './name-passages.ts';

const FEWEST_WORDS = 8;
const SHORT_PENALTY = 0.5;
const TELLING_KINDS = 1.25;

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{M}]{4,}/gu) ?? []);

/**
 * How much a passage says of what its document is about: the mean weight of its longer words. Those weigh most that come
 * back in many passages and yet not in all of them, as in tf-idf; a word of one passage alone says nothing of the rest.
 */
function createStrength(passages: readonly NamedPassage[]): (passage: NamedPassage) => number {
  const uses = new Map<string, number>();
  const words = new Map(passages.map(({ name, passage }) => [name, wordsOf(passage.text)]));
  for (const own of words.values()) for (const word of own) uses.set(word, (uses.get(word) ?? 0) + 1);
  const weigh = (word: string): number => {
    const count = uses.get(word) ?? 0;
    return count < 2 ? 0 : Math.log(count) * Math.log(passages.length / count);
  };
  return ({ name, passage }) => {
    const own = [...(words.get(name) ?? [])];
    const mean = own.reduce((total, word) => total + weigh(word), 0) / Math.max(1, own.length);
    const kind = passage.kind === 'table' || passage.kind === 'quote' ? TELLING_KINDS : 1;
    return mean * kind * (own.length < FEWEST_WORDS ? SHORT_PENALTY : 1);
  };
}

/**
 * Returns what chooses so many passages: spread evenly over the document, the strongest of each stretch, in reading order.
 * All of them when there are no more than that.
 */
export function createPassageChooser(passages: readonly NamedPassage[]): (count: number) => readonly NamedPassage[] {
  let strength: ((passage: NamedPassage) => number) | null = null;
  return (count) => {
    if (passages.length <= count) return passages;
    const weigh = strength ?? createStrength(passages);
    strength = weigh;
    return Array.from({ length: count }, (_, stretch) =>
      passages
        .slice(Math.floor((stretch * passages.length) / count), Math.floor(((stretch + 1) * passages.length) / count))
        .map((one) => ({ one, weight: weigh(one) }))
        .reduce((best, each) => (each.weight > best.weight ? each : best)),
    ).map(({ one }) => one);
  };
}

import type { NamedPassage } from './name-passages.ts';

const FEWEST_WORDS = 8;
const SHORT_PENALTY = 0.5;
const TELLING_KINDS = 1.25;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}]{4,}/gu) ?? [];

/** How much a passage says of what its document is about: the mean weight of its longer words. */
function createStrength(passages: readonly NamedPassage[]): (passage: NamedPassage) => number {
  const uses = new Map<string, number>();
  const words = new Map(passages.map(({ name, passage }) => [name, wordsOf(passage.text)]));
  for (const word of [...words.values()].flat()) uses.set(word, (uses.get(word) ?? 0) + 1);
  return ({ name, passage }) => {
    const own = words.get(name) ?? [];
    const sum = own.reduce((total, word) => total + Math.log(uses.get(word) ?? 1), 0);
    const mean = own.length === 0 ? 0 : sum / own.length;
    const kind = passage.kind === 'table' || passage.kind === 'quote' ? TELLING_KINDS : 1;
    return mean * kind * (own.length < FEWEST_WORDS ? SHORT_PENALTY : 1);
  };
}

/**
 * Returns `count` passages spread evenly over the document, the strongest of each stretch, in reading order. All of them
 * when there are no more than that.
 */
export function choosePassages(passages: readonly NamedPassage[], count: number): readonly NamedPassage[] {
  if (passages.length <= count) return passages;
  const strength = createStrength(passages);
  return Array.from({ length: count }, (_, stretch) => {
    const from = Math.floor((stretch * passages.length) / count);
    const to = Math.floor(((stretch + 1) * passages.length) / count);
    return passages
      .slice(from, to)
      .map((one) => ({ one, weight: strength(one) }))
      .reduce((best, each) => (each.weight > best.weight ? each : best)).one;
  });
}

import type { DocumentMatter, MatterSentence } from '../matter/document-matter.ts';
import { likeness, weighStems } from './weigh-stems.ts';

/** How much weight counts against likeness to what is chosen already. */
const WEIGHT_SHARE = 0.65;
const SAME_THOUGHT_LIKENESS = 0.7;

/**
 * Returns up to `count` sentences beyond those in `chosen`, best first: each has weight and says something new.
 * Source: maximal marginal relevance (Carbonell and Goldstein 1998).
 */
export function chooseDiverse(
  candidates: readonly MatterSentence[],
  chosen: readonly MatterSentence[],
  count: number,
  weights: ReadonlyMap<number, number>,
  matter: DocumentMatter,
): MatterSentence[] {
  const weight = weighStems(matter);
  const open = candidates
    .filter((one) => !chosen.includes(one))
    .map((one) => ({
      one,
      nearest: Math.max(0, ...chosen.map((other) => likeness(one.stems, other.stems, weight))),
    }));
  const picked: MatterSentence[] = [];
  while (picked.length < count && open.length > 0) {
    const worth = open.map(
      ({ one, nearest }) => WEIGHT_SHARE * (weights.get(one.index) ?? 0) - (1 - WEIGHT_SHARE) * nearest,
    );
    const [best] = open.splice(worth.indexOf(Math.max(...worth)), 1);
    if (best === undefined) break;
    if (best.nearest > SAME_THOUGHT_LIKENESS) continue;
    picked.push(best.one);
    for (const entry of open)
      entry.nearest = Math.max(entry.nearest, likeness(entry.one.stems, best.one.stems, weight));
  }
  return picked;
}

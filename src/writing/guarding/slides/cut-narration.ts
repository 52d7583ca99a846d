import { listSpokenWords } from '../../../narration/list-spoken-words.ts';
import type { SlideAnswer } from '../../answers/slide-answer.ts';
import { BUDGET_SHARES, countNarrationWords } from './check-narration.ts';

/**
 * Returns the indices of sentences that a narration over its budget does best without: those that speak about no row,
 * then those that are not alone with theirs, each from the end; the first sentence stays. Empty when none may go.
 */
export function sentencesToCut(answer: Pick<SlideAnswer, 'narration'>, words: number): ReadonlySet<number> {
  const { narration } = answer;
  const cut = new Set<number>();
  let count = countNarrationWords(answer);
  const isFree = (index: number): boolean => {
    const supports = narration[index]?.supports ?? null;
    return (
      supports === null || narration.some((other, at) => at !== index && !cut.has(at) && other.supports === supports)
    );
  };
  const fromEnd = narration
    .map((_, index) => index)
    .slice(1)
    .reverse();
  const rowless = fromEnd.filter((index) => narration[index]?.supports === null);
  for (const index of [...rowless, ...fromEnd.filter((each) => !rowless.includes(each))]) {
    if (count <= words * BUDGET_SHARES.most) break;
    const length = listSpokenWords(narration[index]?.text ?? '').length;
    if (count - length < words * BUDGET_SHARES.least || !isFree(index)) continue;
    cut.add(index);
    count -= length;
  }
  return cut;
}

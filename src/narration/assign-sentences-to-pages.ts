// Weights of the choice, each far above the sum of all below it.
const WRONG_PAGE = 1000;
const TURN_BEFORE_UNBOUND_SENTENCE = 1;
const OFF_FAIR_SHARE = 1e-6;

interface Choice {
  readonly cost: number;
  readonly pageBefore: number;
}

/**
 * Returns the page of each sentence, an index into `pages` that never falls. A sentence stands with the point that it
 * supports, and one without a point stays where the sentence before it is; narration that jumps back and forth gets the
 * order with the fewest misplaced sentences. Every page gets a sentence when there are enough; else some get none.
 */
export function assignSentencesToPages(
  supports: readonly (number | null)[],
  pages: readonly { readonly pointIndices: readonly number[] }[],
): number[] {
  const pageOfPoint = new Map(pages.flatMap((page, at) => page.pointIndices.map((point) => [point, at] as const)));
  const homes = supports.map((point) => (point === null ? undefined : pageOfPoint.get(point)));
  const isEnough = supports.length >= pages.length;

  const costOn = (sentence: number, page: number): number => {
    const home = homes[sentence];
    if (home !== undefined) return home === page ? 0 : WRONG_PAGE + Math.abs(home - page);
    const fairPage = Math.floor((sentence * pages.length) / supports.length);
    return OFF_FAIR_SHARE * Math.abs(fairPage - page);
  };
  const costOfTurn = (sentence: number, from: number, to: number): number => {
    if (isEnough) return to > from && homes[sentence] === undefined ? TURN_BEFORE_UNBOUND_SENTENCE : 0;
    return to > from ? 0 : TURN_BEFORE_UNBOUND_SENTENCE;
  };

  const table: Choice[][] = [];
  supports.forEach((_support, sentence) => {
    table.push(
      pages.map((_page, page) => {
        if (sentence === 0) {
          return { cost: isEnough && page > 0 ? Number.POSITIVE_INFINITY : costOn(0, page), pageBefore: 0 };
        }
        let best: Choice = { cost: Number.POSITIVE_INFINITY, pageBefore: 0 };
        for (let from = isEnough ? Math.max(0, page - 1) : 0; from <= page; from += 1) {
          const before = table[sentence - 1]?.[from]?.cost ?? Number.POSITIVE_INFINITY;
          const cost = before + costOfTurn(sentence, from, page) + costOn(sentence, page);
          if (cost < best.cost) best = { cost, pageBefore: from };
        }
        return best;
      }),
    );
  });

  const lastRow = table.at(-1) ?? [];
  const cheapest = lastRow.reduce((best, choice, page) => (choice.cost < (lastRow[best]?.cost ?? 0) ? page : best), 0);
  const assigned: number[] = [];
  let page = isEnough ? pages.length - 1 : cheapest;
  for (let sentence = supports.length - 1; sentence >= 0; sentence -= 1) {
    assigned.unshift(page);
    page = table[sentence]?.[page]?.pageBefore ?? 0;
  }
  return assigned;
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignSentencesToPages } from '../../../src/narration/assign-sentences-to-pages.ts';

const TWO_PAGES = [{ pointIndices: [0, 1] }, { pointIndices: [2, 3] }];

describe('assignSentencesToPages', () => {
  test('puts each sentence with its point, and one without a point where the sentence before it is', () => {
    expect(assignSentencesToPages([null, 0, 1, null, 2, 3, null], TWO_PAGES)).toEqual([0, 0, 0, 0, 1, 1, 1]);
  });

  test('never turns back when the narration returns to an earlier point', () => {
    expect(assignSentencesToPages([0, 2, 1, 2, 3], TWO_PAGES)).toEqual([0, 0, 0, 1, 1]);
    expect(assignSentencesToPages([0, 2, 3, 1, 2, 3], TWO_PAGES)).toEqual([0, 1, 1, 1, 1, 1]);
    expect(assignSentencesToPages([3, 0, 1, 0, 2], TWO_PAGES)).toEqual([0, 0, 0, 0, 1]);
  });

  test('gives every page a sentence, even one that nobody speaks of', () => {
    expect(assignSentencesToPages([0, 1, 1], TWO_PAGES)).toEqual([0, 0, 1]);
    expect(assignSentencesToPages([2, 2, 3], TWO_PAGES)).toEqual([0, 1, 1]);
  });

  test('shares sentences without points evenly', () => {
    expect(assignSentencesToPages([null, null, null, null], TWO_PAGES)).toEqual([0, 0, 1, 1]);
  });

  test('leaves pages empty only when sentences are fewer than pages', () => {
    const pages = [{ pointIndices: [0] }, { pointIndices: [1] }, { pointIndices: [2] }];
    expect(assignSentencesToPages([0, 2], pages)).toEqual([0, 2]);
    expect(assignSentencesToPages([null], pages)).toEqual([0]);
  });

  test('never falls and skips no page, whatever supports what', () => {
    const pages = fc
      .integer({ min: 1, max: 4 })
      .map((count) => Array.from({ length: count }, (_, page) => ({ pointIndices: [page * 2, page * 2 + 1] })));
    const supports = fc.array(fc.option(fc.integer({ min: 0, max: 9 })), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(pages, supports, (allPages, allSupports) => {
        const assigned = assignSentencesToPages(allSupports, allPages);
        expect(assigned).toHaveLength(allSupports.length);
        expect(assigned).toEqual(assigned.toSorted((a, b) => a - b));
        const used = new Set(assigned).size;
        if (allSupports.length >= allPages.length) expect(used).toBe(allPages.length);
        expect(assigned.every((page) => page >= 0 && page < allPages.length)).toBe(true);
      }),
    );
  });
});

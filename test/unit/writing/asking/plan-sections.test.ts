import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planSections } from '../../../../src/writing/asking/plan-sections.ts';

const sum = (sizes: readonly number[]): number => sizes.reduce((all, size) => all + size, 0);

describe('planSections', () => {
  it.each([
    [13, null],
    [14, [3, 4, 4]],
    [18, [5, 5, 5]],
    [22, [4, 5, 4, 5]],
    [28, [6, 6, 6, 6]],
  ])('shares %i slides out as %j, those that open a section taken off', (between, sizes) => {
    expect(planSections(between, 100)).toEqual(sizes);
  });

  it('makes no sections where the matter bears hardly more slides than those that would open them', () => {
    expect(planSections(14, 8)).toBeNull();
    expect(planSections(14, 9)).toEqual([3, 3, 3]);
  });

  it('never makes more slides than are wanted, and exactly as many where there is matter enough', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 98 }), fc.integer({ min: 1, max: 200 }), (between, possible) => {
        const sizes = planSections(between, possible);
        if (sizes === null) return;
        expect(sum(sizes)).toBeLessThanOrEqual(possible);
        expect(sum(sizes) + sizes.length).toBeLessThanOrEqual(between);
        if (possible >= between) expect(sum(sizes) + sizes.length).toBe(between);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planWords } from '../../../../src/writing/drafting/plan-words.ts';

describe('planWords', () => {
  it('gives each slide its usual words when nobody says how long the lecture is', () => {
    expect(planWords(8, null, 'en')).toEqual({ cover: 40, content: 65, closing: 45, minutesReached: null });
  });

  it('spreads the minutes over the slides at 130 words each', () => {
    const { closing, content, cover } = planWords(8, 5, 'en');
    expect(Math.abs(cover + 8 * content + closing - 650)).toBeLessThanOrEqual(5);
  });

  it('gives a Hindi lecture fewer words a minute, since they are longer to say', () => {
    expect(planWords(8, 5, 'hi').content).toBeLessThan(planWords(8, 5, 'en').content);
  });

  it('keeps every slide between a sentence and what a model can say without repeating itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 98 }), fc.integer({ min: 1, max: 60 }), (slides, minutes) => {
        const { closing, content, cover, minutesReached } = planWords(slides, minutes, 'en');
        for (const words of [cover, content, closing]) {
          expect(words).toBeGreaterThanOrEqual(15);
          expect(words).toBeLessThanOrEqual(320);
        }
        expect(minutesReached).toBeCloseTo((cover + slides * content + closing) / 130, 9);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planWords } from '../../../../src/writing/drafting/plan-words.ts';

const EIGHT = { content: 8, sections: 0 };

describe('planWords', () => {
  it('gives each slide its usual words when nobody says how long the lecture is', () => {
    expect(planWords(EIGHT, null, 'en')).toEqual({
      cover: 40,
      section: 25,
      content: 65,
      closing: 45,
      minutesReached: null,
    });
  });

  it('spreads the minutes over the slides at 130 words each', () => {
    const { closing, content, cover } = planWords(EIGHT, 5, 'en');
    expect(Math.abs(cover + 8 * content + closing - 650)).toBeLessThanOrEqual(5);
  });

  it('gives a Hindi lecture fewer words a minute, since they are longer to say', () => {
    expect(planWords(EIGHT, 5, 'hi').content).toBeLessThan(planWords(EIGHT, 5, 'en').content);
  });

  it('keeps every slide between a sentence and what a model can say without repeating itself', () => {
    const anyPlan = fc.record({ content: fc.integer({ min: 1, max: 98 }), sections: fc.integer({ min: 0, max: 4 }) });
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: 1, max: 60 }), (slides, minutes) => {
        const { closing, content, cover, minutesReached, section } = planWords(slides, minutes, 'en');
        for (const words of [cover, section, content, closing]) {
          expect(words).toBeGreaterThanOrEqual(15);
          expect(words).toBeLessThanOrEqual(320);
        }
        const all = cover + slides.sections * section + slides.content * content + closing;
        expect(minutesReached).toBeCloseTo(all / 130, 9);
      }),
    );
  });
});

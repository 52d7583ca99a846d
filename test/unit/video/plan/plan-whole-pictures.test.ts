import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planWholePictures } from '../../../../src/video/plan/plan-whole-pictures.ts';

describe('planWholePictures', () => {
  it('covers the run with groups of 2 to 150 frames, so seeking is quick and no two whole pictures touch', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 20_000 }), (frameCount) => {
        const lengths = planWholePictures(frameCount);
        expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(frameCount);
        expect(Math.min(...lengths)).toBeGreaterThanOrEqual(2);
        expect(Math.max(...lengths)).toBeLessThanOrEqual(150);
      }),
    );
  });

  it('shortens the group before a tail of one frame', () => {
    expect(planWholePictures(151)).toEqual([149, 2]);
    expect(planWholePictures(301)).toEqual([150, 149, 2]);
    expect(planWholePictures(300)).toEqual([150, 150]);
  });
});

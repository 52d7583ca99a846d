import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planLimiterGains } from '../../../../src/speech/loudness/plan-limiter-gains.ts';

describe('planLimiterGains', () => {
  it('leaves sound under the ceiling at the plain gain', () => {
    const gains = planLimiterGains(new Float32Array(100).fill(0.4), 2, 0.8);
    expect(new Set(gains)).toEqual(new Set([2]));
  });

  it('keeps every block under the ceiling at both its ends, wherever the peaks are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 200 }),
        fc.double({ min: 0.5, max: 8, noNaN: true }),
        (values, gain) => {
          const peaks = Float32Array.from(values);
          const gains = planLimiterGains(peaks, gain, 0.8);
          expect(gains).toHaveLength(peaks.length + 1);
          peaks.forEach((peak, block) => {
            const highest = Math.max(gains[block] ?? 0, gains[block + 1] ?? 0);
            expect(peak * highest).toBeLessThanOrEqual(0.8 * 1.000_001);
          });
        },
      ),
    );
  });

  it('falls before a peak and recovers after it without a jump, so it is not heard', () => {
    const peaks = new Float32Array(2000).fill(0.1);
    peaks[500] = 1;
    const gains = planLimiterGains(peaks, 1, 0.5);
    expect(gains[460]).toBe(1);
    expect(gains[495]).toBeLessThan(0.8);
    expect(gains[500]).toBeCloseTo(0.5, 3);
    expect(gains[1999]).toBeGreaterThan(0.98);
    for (let block = 1; block < gains.length; block += 1) {
      expect(Math.abs((gains[block] ?? 0) - (gains[block - 1] ?? 0))).toBeLessThan(0.04);
    }
  });
});

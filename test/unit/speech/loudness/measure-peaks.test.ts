import { describe, expect, it } from 'vitest';
import { measurePeaks, measureSamplePeaks } from '../../../../src/speech/loudness/measure-peaks.ts';

/** A sine whose samples miss its peaks: a quarter of the rate, 45 degrees off (EBU Tech 3341, cases 15 to 18). */
const between = (degrees: number, frequencyHz = 12_000): Int16Array =>
  Int16Array.from({ length: 4800 }, (_, index) =>
    Math.round(16_384 * Math.sin((2 * Math.PI * frequencyHz * index) / 48_000 + (degrees / 180) * Math.PI)),
  );

/** The middle of the sound: a tone that begins at once has true overshoots at its edges. */
const highest = (peaks: Float32Array): number => Math.max(...peaks.subarray(10, -10));

describe('measurePeaks', () => {
  it.each([0, 45, 60, 67.5])('finds the peak between the samples at %d degrees, to 0.2 dB', (degrees) => {
    expect(Math.abs(20 * Math.log10(highest(measurePeaks(between(degrees), 0)) / 0.5))).toBeLessThan(0.2);
  });

  it('is higher than the highest sample by 3 dB in the worst case', () => {
    expect(highest(measureSamplePeaks(between(45)))).toBeCloseTo(0.5 * Math.SQRT1_2, 3);
  });

  it.each([997, 5000, 15_000, 18_000])('is true to 0.2 dB at %i Hz', (frequencyHz) => {
    const level = 20 * Math.log10(highest(measurePeaks(between(31, frequencyHz), 0)) / 0.5);
    expect(Math.abs(level)).toBeLessThan(0.2);
  });

  it('finds the same peaks above the floor when it skips what cannot reach it', () => {
    const pcm = Int16Array.from({ length: 48_000 }, (_, index) =>
      Math.round(30_000 * Math.sin(index * 0.9) * Math.sin((Math.PI * index) / 48_000) ** 2),
    );
    const all = measurePeaks(pcm, 0);
    const some = measurePeaks(pcm, 0.6);
    all.forEach((peak, block) => {
      if (peak >= 0.6) expect(some[block]).toBe(peak);
      else expect(some[block]).toBeLessThan(0.6);
    });
  });

  it('measures a click at the very edge and covers a last short block', () => {
    const pcm = new Int16Array(33);
    pcm[0] = 32_000;
    pcm[32] = -16_384;
    const peaks = measurePeaks(pcm, 0);
    expect(peaks).toHaveLength(3);
    expect(peaks[0]).toBeCloseTo(32_000 / 32_768, 6);
    expect(peaks[2]).toBeCloseTo(0.5, 6);
  });
});

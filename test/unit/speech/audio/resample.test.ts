import { describe, expect, it } from 'vitest';
import { resample } from '../../../../src/speech/audio/resample.ts';

const tone = (rateHz: number, frequencyHz: number, length: number): Int16Array =>
  Int16Array.from({ length }, (_, index) =>
    Math.round(16_000 * Math.sin((2 * Math.PI * frequencyHz * index) / rateHz)),
  );

/** Level of one frequency in dB against a full tone of 16,000, edges left out. */
function levelDb(pcm: Int16Array, rateHz: number, frequencyHz: number): number {
  let real = 0;
  let imaginary = 0;
  let weights = 0;
  const from = 2000;
  const to = pcm.length - 2000;
  for (let index = from; index < to; index += 1) {
    const angle = (2 * Math.PI * frequencyHz * index) / rateHz;
    const weight = 1 - Math.cos((2 * Math.PI * (index - from)) / (to - from));
    real += (pcm[index] ?? 0) * weight * Math.cos(angle);
    imaginary += (pcm[index] ?? 0) * weight * Math.sin(angle);
    weights += weight;
  }
  return 20 * Math.log10((2 * Math.hypot(real, imaginary)) / weights / 16_000);
}

describe('resample', () => {
  it.each([100, 1000, 5000, 9000, 9900])('passes %i Hz unchanged from 22,050 to 48,000 Hz', (frequencyHz) => {
    const result = resample(tone(22_050, frequencyHz, 22_050), 22_050, 48_000);
    expect(Math.abs(levelDb(result, 48_000, frequencyHz))).toBeLessThan(0.1);
  });

  it.each([1000, 5000, 9900])('makes no mirror of %i Hz, which would be heard as a whistle', (frequencyHz) => {
    const result = resample(tone(22_050, frequencyHz, 22_050), 22_050, 48_000);
    expect(levelDb(result, 48_000, 22_050 - frequencyHz)).toBeLessThan(-80);
  });

  it.each([9000, 11_000, 15_000, 20_000])(
    'folds nothing of %i Hz back when the rate falls to 16,000 Hz',
    (frequencyHz) => {
      const result = resample(tone(48_000, frequencyHz, 48_000), 48_000, 16_000);
      expect(levelDb(result, 16_000, Math.abs(16_000 - frequencyHz))).toBeLessThan(-75);
    },
  );

  it('keeps every sample at its time, so word times scale by the rates alone', () => {
    const click = new Int16Array(22_050);
    click[14_700] = 20_000;
    const result = resample(click, 22_050, 48_000);
    expect(result.indexOf(result.reduce((top, sample) => Math.max(top, sample), 0))).toBe(32_000);
  });

  it('is as long as the sound, rounded up to a sample', () => {
    expect(resample(new Int16Array(22_050), 22_050, 48_000)).toHaveLength(48_000);
    expect(resample(new Int16Array(1), 22_050, 48_000)).toHaveLength(3);
    expect(resample(new Int16Array(0), 22_050, 48_000)).toHaveLength(0);
  });

  it('passes a constant unchanged, so silence stays silent and no phase hums', () => {
    const result = resample(new Int16Array(2000).fill(12_345), 22_050, 48_000).subarray(200, -200);
    expect(new Set(result)).toEqual(new Set([12_345]));
  });

  it('holds loud sound at full scale instead of wrapping round', () => {
    const square = Int16Array.from({ length: 2000 }, (_, index) => (index % 40 < 20 ? 32_767 : -32_768));
    const result = resample(square, 22_050, 48_000);
    expect(Math.max(...result)).toBe(32_767);
    expect(Math.min(...result)).toBe(-32_768);
  });

  it('copies sound that has the rate already', () => {
    const pcm = Int16Array.of(1, 2, 3);
    const result = resample(pcm, 48_000, 48_000);
    expect(result).toEqual(pcm);
    expect(result).not.toBe(pcm);
  });
});

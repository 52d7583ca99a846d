import { describe, expect, it } from 'vitest';
import { integrateLoudness } from '../../../../src/speech/loudness/integrate-loudness.ts';
import { levelNarration } from '../../../../src/speech/loudness/level-narration.ts';
import { measureBlockEnergies } from '../../../../src/speech/loudness/measure-block-energies.ts';
import { measurePeaks } from '../../../../src/speech/loudness/measure-peaks.ts';

/** Something like speech: syllables of a buzz with a peak factor that `sharpness` raises, and pauses. */
function syllables(lengthSamples: number, amplitude: number, sharpness: number): Int16Array {
  return Int16Array.from({ length: lengthSamples }, (_, index) => {
    const syllable = Math.max(0, Math.sin((2 * Math.PI * index) / 12_000)) ** 2;
    const buzz = Math.sin((2 * Math.PI * 140 * index) / 48_000 + 0.4 * Math.sin(index / 5)) ** sharpness;
    return Math.round(amplitude * syllable * buzz);
  });
}

const lufs = (pcm: Int16Array): number => integrateLoudness(measureBlockEnergies(pcm, 16), 16);
const truePeakDb = (pcm: Int16Array): number =>
  20 * Math.log10(measurePeaks(pcm, 0).reduce((top, peak) => Math.max(top, peak), 0));

describe('levelNarration', () => {
  it.each([
    { amplitude: 800, sharpness: 1, why: 'far too soft' },
    { amplitude: 30_000, sharpness: 1, why: 'too loud' },
    { amplitude: 9000, sharpness: 9, why: 'full of peaks, so the limiter takes part of the gain' },
  ])('brings sound that is $why to -16 LUFS and under -1.5 dBTP', ({ amplitude, sharpness }) => {
    const pcm = syllables(480_000, amplitude, sharpness);
    const { integratedLufs, truePeakDbtp } = levelNarration(pcm);
    expect(Math.abs(lufs(pcm) + 16)).toBeLessThan(0.1);
    expect(truePeakDb(pcm)).toBeLessThanOrEqual(-1.5);
    expect(integratedLufs).toBeCloseTo(lufs(pcm), 6);
    expect(truePeakDbtp).toBeCloseTo(truePeakDb(pcm), 6);
  });

  it('holds single clicks down, at the very edges too', () => {
    const sound = syllables(480_000, 3000, 1);
    sound[0] = 32_767;
    sound[250_000] = -32_768;
    sound[479_999] = 32_767;
    const { truePeakDbtp, integratedLufs } = levelNarration(sound);
    expect(truePeakDbtp).toBeLessThanOrEqual(-1.5);
    expect(Math.abs(integratedLufs + 16)).toBeLessThan(0.1);
  });

  it('keeps the balance within the sound where no peak is in the way, since one gain serves all', () => {
    const pcm = Int16Array.from([...syllables(96_001, 2000, 1), ...syllables(144_007, 4000, 1)]);
    const before = pcm.slice();
    const factor = 10 ** (levelNarration(pcm).gainDb / 20);
    for (let index = 0; index < pcm.length; index += 997) {
      expect(Math.abs((pcm[index] ?? 0) - (before[index] ?? 0) * factor)).toBeLessThanOrEqual(1);
    }
  });

  it('keeps silence silent', () => {
    const pcm = Int16Array.from([...new Int16Array(4800), ...syllables(96_000, 5000, 1)]);
    levelNarration(pcm);
    expect(pcm.subarray(0, 4800).every((sample) => sample === 0)).toBe(true);
  });

  it('refuses sound without loudness, since no gain would bring it anywhere', () => {
    expect(() => levelNarration(new Int16Array(96_000))).toThrow(RangeError);
    expect(() => levelNarration(new Int16Array(0))).toThrow(RangeError);
  });
});

import { describe, expect, it } from 'vitest';
import { integrateLoudness } from '../../../../src/speech/loudness/integrate-loudness.ts';
import { measureBlockEnergies } from '../../../../src/speech/loudness/measure-block-energies.ts';

/** A sine at 48 kHz of so many dBFS (peak) in each part; "stereo with both channels alike" in the words of EBU Tech 3341. */
function tones(frequencyHz: number, parts: readonly { readonly dbfs: number; readonly seconds: number }[]): Int16Array {
  const pcm = new Int16Array(parts.reduce((sum, { seconds }) => sum + seconds * 48_000, 0));
  let index = 0;
  for (const { dbfs, seconds } of parts) {
    const amplitude = 32_768 * 10 ** (dbfs / 20);
    for (const end = index + seconds * 48_000; index < end; index += 1) {
      pcm[index] = Math.round(amplitude * Math.sin((2 * Math.PI * frequencyHz * index) / 48_000));
    }
  }
  return pcm;
}

const lufs = (pcm: Int16Array): number => integrateLoudness(measureBlockEnergies(pcm, 16), 16);

describe('integrateLoudness', () => {
  it.each([-23, -33])(
    'reads a 1 kHz sine of %i dBFS on both speakers as that many LUFS (EBU Tech 3341, cases 1 and 2)',
    (dbfs) => {
      expect(Math.abs(lufs(tones(1000, [{ dbfs, seconds: 20 }])) - dbfs)).toBeLessThan(0.05);
    },
  );

  it('leaves quiet passages out by the relative gate (EBU Tech 3341, case 3)', () => {
    const pcm = tones(1000, [
      { dbfs: -36, seconds: 10 },
      { dbfs: -23, seconds: 60 },
      { dbfs: -36, seconds: 10 },
    ]);
    expect(Math.abs(lufs(pcm) + 23)).toBeLessThan(0.1);
  });

  it('leaves near silence out by the absolute gate (EBU Tech 3341, case 4)', () => {
    const pcm = tones(1000, [
      { dbfs: -72, seconds: 10 },
      { dbfs: -36, seconds: 10 },
      { dbfs: -23, seconds: 60 },
      { dbfs: -36, seconds: 10 },
      { dbfs: -72, seconds: 10 },
    ]);
    expect(Math.abs(lufs(pcm) + 23)).toBeLessThan(0.1);
  });

  it('weighs passages by their energy (EBU Tech 3341, case 5)', () => {
    const pcm = tones(1000, [
      { dbfs: -26, seconds: 20 },
      { dbfs: -20, seconds: 20.1 },
      { dbfs: -26, seconds: 20 },
    ]);
    expect(Math.abs(lufs(pcm) + 23)).toBeLessThan(0.1);
  });

  it('hears bass as softer and treble as louder, as the ear does', () => {
    const at = (frequencyHz: number): number => lufs(tones(frequencyHz, [{ dbfs: -23, seconds: 5 }]));
    expect(at(30)).toBeLessThan(-28);
    expect(at(8000)).toBeGreaterThan(-20.5);
  });

  it('does not depend on how finely the energy was cut', () => {
    const pcm = tones(440, [{ dbfs: -20, seconds: 5 }]);
    const coarse = integrateLoudness(measureBlockEnergies(pcm, 4800), 4800);
    expect(coarse).toBeCloseTo(lufs(pcm), 4);
  });

  it('has no value for silence or for less than 400 ms', () => {
    expect(lufs(new Int16Array(96_000))).toBe(Number.NEGATIVE_INFINITY);
    expect(lufs(tones(1000, [{ dbfs: -10, seconds: 0.39 }]))).toBe(Number.NEGATIVE_INFINITY);
  });
});

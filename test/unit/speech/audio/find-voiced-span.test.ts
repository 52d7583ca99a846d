import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fadeEdges } from '../../../../src/speech/audio/fade-edges.ts';
import { findVoicedSpan } from '../../../../src/speech/audio/find-voiced-span.ts';

const padded = (before: number, voice: number, after: number, amplitude: number): Int16Array =>
  Int16Array.from({ length: before + voice + after }, (_, index) =>
    index >= before && index < before + voice ? Math.round(amplitude * Math.sin(index * 0.13)) : index % 3,
  );

describe('findVoicedSpan', () => {
  it('finds the voice to 5 ms, however loud the engine speaks', () => {
    fc.assert(
      fc.property(
        fc.nat(20_000),
        fc.integer({ min: 2000, max: 20_000 }),
        fc.nat(20_000),
        fc.integer({ min: 600, max: 32_000 }),
        (before, voice, after, amplitude) => {
          const span = findVoicedSpan(padded(before, voice, after, amplitude));
          expect(span).not.toBeNull();
          expect(Math.abs((span?.startSample ?? 0) - before)).toBeLessThanOrEqual(240);
          expect(Math.abs((span?.endSample ?? 0) - before - voice)).toBeLessThanOrEqual(240);
        },
      ),
    );
  });

  it('keeps a soft consonant 30 dB under the vowels', () => {
    const pcm = padded(4800, 9600, 4800, 20_000);
    for (let index = 2400; index < 4800; index += 1) pcm[index] = Math.round(700 * Math.sin(index));
    expect(findVoicedSpan(pcm)?.startSample).toBe(2400);
  });

  it('finds nothing in silence, in noise of a few steps, or in no samples', () => {
    expect(findVoicedSpan(new Int16Array(48_000))).toBeNull();
    expect(findVoicedSpan(Int16Array.from({ length: 48_000 }, (_, index) => index % 8))).toBeNull();
    expect(findVoicedSpan(new Int16Array(0))).toBeNull();
  });
});

describe('fadeEdges', () => {
  it('begins and ends at zero and leaves the middle alone', () => {
    const pcm = new Int16Array(1000).fill(10_000);
    fadeEdges(pcm, 240);
    expect([pcm[0], pcm[999]]).toEqual([0, 0]);
    expect([pcm[120], pcm[879]]).toEqual([5000, 5000]);
    expect(new Set(pcm.subarray(240, 760))).toEqual(new Set([10_000]));
  });

  it('halves the fades of a clip shorter than both', () => {
    const pcm = new Int16Array(100).fill(10_000);
    fadeEdges(pcm, 240);
    expect([pcm[0], pcm[99]]).toEqual([0, 0]);
    expect(Math.max(...pcm)).toBeGreaterThan(9900);
  });
});

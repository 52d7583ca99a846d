import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EncodedStills, parseEncodedStills, serializeEncodedStills } from '../../../src/video/encoded-stills.ts';

const bytes = fc.uint8Array({ minLength: 1, maxLength: 50 });
const encodedStills: fc.Arbitrary<EncodedStills> = fc.record({
  widthPx: fc.integer({ min: 2, max: 8192 }),
  heightPx: fc.integer({ min: 2, max: 8192 }),
  fps: fc.integer({ min: 1, max: 120 }),
  sps: bytes,
  pps: bytes,
  stills: fc.array(bytes, { minLength: 1, maxLength: 8 }),
});

describe('serializeEncodedStills', () => {
  it('keeps every field, also when the bytes lie inside a larger buffer', () => {
    fc.assert(
      fc.property(encodedStills, (encoded) => {
        const stored = serializeEncodedStills(encoded);
        expect(parseEncodedStills(stored)).toEqual(encoded);
        const inside = new Uint8Array(stored.length + 9);
        inside.set(stored, 7);
        expect(parseEncodedStills(inside.subarray(7, 7 + stored.length))).toEqual(encoded);
      }),
    );
  });

  it('is never read when bytes are missing or added, so a torn file cannot become a torn video', () => {
    fc.assert(
      fc.property(encodedStills, fc.nat(), (encoded, cut) => {
        const stored = serializeEncodedStills(encoded);
        const error = expect.objectContaining({ code: 'ARTIFACT_MISSING' });
        expect(() => parseEncodedStills(stored.subarray(0, cut % stored.length))).toThrow(error);
        expect(() => parseEncodedStills(Uint8Array.from([...stored, 0]))).toThrow(error);
      }),
    );
  });

  it('is not read in another version of the format', () => {
    const stored = serializeEncodedStills({
      ...{ widthPx: 2, heightPx: 2, fps: 30 },
      ...{ sps: Uint8Array.of(1), pps: Uint8Array.of(2), stills: [Uint8Array.of(3)] },
    });
    stored[7] = 9;
    expect(() => parseEncodedStills(stored)).toThrow('its format is 9');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitNalUnits } from '../../../../src/video/h264/split-nal-units.ts';

/** A unit as an encoder writes it: no start code inside (emulation prevention), last byte not zero. */
const unit = fc
  .array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 40 })
  .map((bytes) => bytes.map((byte, index) => (byte <= 3 && bytes[index - 1] === 0 ? 0x80 : byte)))
  .map((bytes) => [...bytes.slice(0, -1), (bytes.at(-1) ?? 0) | 0x80]);
const startCode = fc.constantFrom([0, 0, 1], [0, 0, 0, 1]);

describe('splitNalUnits', () => {
  it('gives back the units that were joined, whatever the length of the start codes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(startCode, unit)), (parts) => {
        const stream = Uint8Array.from(parts.flatMap(([code, bytes]) => [...code, ...bytes]));
        expect(splitNalUnits(stream).map((bytes) => [...bytes])).toEqual(parts.map(([, bytes]) => bytes));
      }),
    );
  });

  it('finds nothing where there is no start code', () => {
    expect(splitNalUnits(Uint8Array.from([0, 0, 2, 1, 0, 1]))).toEqual([]);
    expect(splitNalUnits(new Uint8Array())).toEqual([]);
  });
});

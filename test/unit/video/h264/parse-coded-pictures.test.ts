import { describe, expect, it } from 'vitest';
import { parseCodedPictures } from '../../../../src/video/h264/parse-coded-pictures.ts';

const SPS = [0x67, 0x64, 0, 0x28, 0xac];
const PPS = [0x68, 0xee, 0x3c];
const SEI = [0x06, 5, 3, 0x80];
const WHOLE = [0x65, 0x88, 0x84];
const SKIP = [0x41, 0x9a, 0x24];

function stream(...units: readonly (readonly number[])[]): Uint8Array {
  return Uint8Array.from(units.flatMap((unit) => [0, 0, 0, 1, ...unit]));
}

describe('parseCodedPictures', () => {
  it('keeps parameter sets and pictures and drops SEI, which names the settings of the encoder', () => {
    const coded = parseCodedPictures(stream(SPS, PPS, SEI, WHOLE, SKIP, SPS, PPS, WHOLE));
    expect(coded?.sps).toEqual(Uint8Array.from(SPS));
    expect(coded?.pps).toEqual(Uint8Array.from(PPS));
    expect(coded?.pictures.map(({ isWhole }) => isWhole)).toEqual([true, false, true]);
    expect(coded?.pictures[1]?.data).toEqual(Uint8Array.from([0, 0, 0, 3, ...SKIP]));
  });

  it('refuses a stream whose parameter sets change, since MP4 holds one of each here', () => {
    expect(parseCodedPictures(stream(SPS, PPS, WHOLE, [...SPS, 1], WHOLE))).toBeNull();
    expect(parseCodedPictures(stream(PPS, WHOLE))).toBeNull();
  });

  it('refuses pictures of several slices, which would be taken for several frames', () => {
    expect(parseCodedPictures(stream(SPS, PPS, WHOLE, [0x65, 0x48, 0x84]))).toBeNull();
  });
});

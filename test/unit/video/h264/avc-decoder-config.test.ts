import { describe, expect, it } from 'vitest';
import { avcCodecString, avcDecoderConfig } from '../../../../src/video/h264/avc-decoder-config.ts';

const SPS = Uint8Array.from([0x67, 0x64, 0x00, 0x28, 0xac]);
const PPS = Uint8Array.from([0x68, 0xee]);

describe('avcDecoderConfig', () => {
  it('lays profile, level and both parameter sets out as ISO/IEC 14496-15 says', () => {
    expect([...avcDecoderConfig(SPS, PPS)]).toEqual([
      ...[1, 0x64, 0x00, 0x28, 0xff, 0xe1, 0, 5, ...SPS],
      ...[1, 0, 2, ...PPS, 0xfd, 0xf8, 0xf8, 0],
    ]);
  });

  it('names profile and level with two digits each', () => {
    expect(avcCodecString(SPS)).toBe('avc1.640028');
  });
});

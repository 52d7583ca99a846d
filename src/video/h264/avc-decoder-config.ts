/** Returns the AVCDecoderConfigurationRecord (ISO/IEC 14496-15, 5.3.3.1) of one SPS and one PPS of 4:2:0, 8-bit High profile, with 4-byte lengths. */
export function avcDecoderConfig(sps: Uint8Array, pps: Uint8Array): Uint8Array {
  const [, profile = 0, compatibility = 0, level = 0] = sps;
  return Uint8Array.from([
    ...[1, profile, compatibility, level, 0xff],
    ...[0xe1, sps.length >> 8, sps.length & 0xff, ...sps],
    ...[1, pps.length >> 8, pps.length & 0xff, ...pps],
    // chroma_format 1 (4:2:0), bit depths 8, no SPS extension: fields that High profile adds.
    ...[0xfd, 0xf8, 0xf8, 0],
  ]);
}

/** Returns the codec string of RFC 6381, such as "avc1.640028". */
export function avcCodecString(sps: Uint8Array): string {
  const bytes = [...sps.subarray(1, 4)].map((byte) => byte.toString(16).padStart(2, '0'));
  return `avc1.${bytes.join('')}`;
}

import { splitNalUnits } from './split-nal-units.ts';

/** A coded picture as MP4 stores it: its NAL unit behind a 4-byte length. */
export interface CodedPicture {
  /** True for an IDR picture, which needs no other. */
  readonly isWhole: boolean;
  readonly data: Uint8Array;
}

export interface CodedPictures {
  readonly sps: Uint8Array;
  readonly pps: Uint8Array;
  readonly pictures: readonly CodedPicture[];
}

/**
 * Returns the parameter sets and pictures of an Annex B stream with one slice a picture; all else (SEI) is left out, since it names the encoder's settings.
 * Returns null when the stream has not exactly one SPS and one PPS, or holds a slice that continues a picture: then its pictures cannot be joined with others.
 */
export function parseCodedPictures(stream: Uint8Array): CodedPictures | null {
  const parameterSets = { sps: [] as Uint8Array[], pps: [] as Uint8Array[] };
  const pictures: CodedPicture[] = [];
  for (const unit of splitNalUnits(stream)) {
    const kind = (unit[0] ?? 0) & 0x1f;
    if (kind === 7) addIfNew(parameterSets.sps, unit);
    else if (kind === 8) addIfNew(parameterSets.pps, unit);
    else if (kind === 1 || kind === 5) {
      // first_mb_in_slice is ue(v): 0, the start of a picture, is a single set bit.
      if (((unit[1] ?? 0) & 0x80) === 0) return null;
      pictures.push({ isWhole: kind === 5, data: withLength(unit) });
    }
  }
  const [sps, ...otherSps] = parameterSets.sps;
  const [pps, ...otherPps] = parameterSets.pps;
  if (sps === undefined || pps === undefined || otherSps.length + otherPps.length > 0) return null;
  return { sps, pps, pictures };
}

function addIfNew(sets: Uint8Array[], unit: Uint8Array): void {
  if (!sets.some((set) => Buffer.compare(set, unit) === 0)) sets.push(Uint8Array.from(unit));
}

function withLength(unit: Uint8Array): Uint8Array {
  const data = new Uint8Array(4 + unit.length);
  new DataView(data.buffer).setUint32(0, unit.length);
  data.set(unit, 4);
  return data;
}

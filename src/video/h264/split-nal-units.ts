/**
 * Returns the NAL units of an Annex B stream in order, without start codes, as views into the stream.
 * Bytes before the first start code are ignored. Method: ITU-T H.264 annex B.1; zero bytes before a start code belong to no unit.
 */
export function splitNalUnits(stream: Uint8Array): readonly Uint8Array[] {
  const units: Uint8Array[] = [];
  let start = -1;
  for (let at = nextStartCode(stream, 0); at < stream.length; at = nextStartCode(stream, at + 3)) {
    if (start >= 0) units.push(trimTrailingZeros(stream, start, at));
    start = at + 3;
  }
  if (start >= 0) units.push(trimTrailingZeros(stream, start, stream.length));
  return units.filter((unit) => unit.length > 0);
}

function nextStartCode(stream: Uint8Array, from: number): number {
  for (let one = stream.indexOf(1, from + 2); one >= 0; one = stream.indexOf(1, one + 1)) {
    if (stream[one - 1] === 0 && stream[one - 2] === 0) return one - 2;
  }
  return stream.length;
}

function trimTrailingZeros(stream: Uint8Array, start: number, end: number): Uint8Array {
  let last = end;
  while (last > start && stream[last - 1] === 0) last -= 1;
  return stream.subarray(start, last);
}

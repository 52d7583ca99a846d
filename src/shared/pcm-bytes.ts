const BYTES_PER_SAMPLE = 2;

/** Serializes 16-bit samples as little-endian bytes. */
export function pcmToBytes(pcm: Int16Array): Uint8Array {
  const bytes = new Uint8Array(pcm.length * BYTES_PER_SAMPLE);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < pcm.length; index += 1) view.setInt16(index * BYTES_PER_SAMPLE, pcm[index] ?? 0, true);
  return bytes;
}

/** Parses little-endian bytes into 16-bit samples. Throws RangeError for half a sample at the end. */
export function pcmFromBytes(bytes: Uint8Array): Int16Array {
  if (bytes.byteLength % BYTES_PER_SAMPLE !== 0) {
    throw new RangeError(`${bytes.byteLength} bytes are not whole 16-bit samples`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pcm = new Int16Array(bytes.byteLength / BYTES_PER_SAMPLE);
  for (let index = 0; index < pcm.length; index += 1) pcm[index] = view.getInt16(index * BYTES_PER_SAMPLE, true);
  return pcm;
}

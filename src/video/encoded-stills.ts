import { ArtifactError } from '../contract/errors.ts';

/** The stills of one slide, page after page in order, encoded as H.264 and independent of each other. */
export interface EncodedStills {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly fps: number;
  readonly sps: Uint8Array;
  readonly pps: Uint8Array;
  /** One IDR picture a still, as MP4 stores it (NAL unit behind a 4-byte length). */
  readonly stills: readonly Uint8Array[];
}

const MAGIC = 'LXST';
const FORMAT_VERSION = 1;
const HEADER_BYTES = 24;

/** Returns the bytes to store: magic, version, width, height, frame rate and piece count, then SPS, PPS and stills, each behind its length. All numbers are 32-bit big-endian. */
export function serializeEncodedStills(encoded: EncodedStills): Uint8Array {
  const pieces = [encoded.sps, encoded.pps, ...encoded.stills];
  const sizeBytes = pieces.reduce((sum, piece) => sum + 4 + piece.length, HEADER_BYTES);
  const bytes = new Uint8Array(sizeBytes);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(MAGIC));
  const numbers = [FORMAT_VERSION, encoded.widthPx, encoded.heightPx, encoded.fps, pieces.length];
  for (const [index, number] of numbers.entries()) view.setUint32(4 + 4 * index, number);
  let at = HEADER_BYTES;
  for (const piece of pieces) {
    view.setUint32(at, piece.length);
    bytes.set(piece, at + 4);
    at += 4 + piece.length;
  }
  return bytes;
}

/** Returns the stills of stored bytes, as views into them. Throws ArtifactError ARTIFACT_MISSING when the bytes are not whole or of another version. */
export function parseEncodedStills(bytes: Uint8Array): EncodedStills {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES || new TextDecoder('latin1').decode(bytes.subarray(0, 4)) !== MAGIC) {
    throw unreadable(`its ${bytes.length} bytes do not start with ${MAGIC}`);
  }
  const version = view.getUint32(4);
  if (version !== FORMAT_VERSION) throw unreadable(`its format is ${version}, not ${FORMAT_VERSION}`);
  const pieces: Uint8Array[] = [];
  let at = HEADER_BYTES;
  for (let index = view.getUint32(20); index > 0; index -= 1) {
    const end = at + 4 <= bytes.length ? at + 4 + view.getUint32(at) : Number.POSITIVE_INFINITY;
    if (end > bytes.length) throw unreadable(`it ends after ${bytes.length} bytes`);
    pieces.push(bytes.subarray(at + 4, end));
    at = end;
  }
  const [sps, pps, ...stills] = pieces;
  if (sps === undefined || pps === undefined || stills.length === 0 || at !== bytes.length) {
    throw unreadable('its pieces are not parameter sets and stills');
  }
  return { widthPx: view.getUint32(8), heightPx: view.getUint32(12), fps: view.getUint32(16), sps, pps, stills };
}

function unreadable(reason: string): ArtifactError {
  return new ArtifactError('ARTIFACT_MISSING', `The encoded stills cannot be read: ${reason}. Start the run again.`);
}

import { type Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** What a body may be packed with; asked for with each request. */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br';

/** A body that is longer than it may be. */
export class BodyTooLong extends Error {
  readonly limitBytes: number;

  constructor(limitBytes: number) {
    super(`The body has more than ${limitBytes} bytes.`);
    this.limitBytes = limitBytes;
  }
}

/** A body that is packed in a way that nobody can undo. */
export class BodyPackedBadly extends Error {}

const UNPACKERS: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

function unpackersOf(encoding: string): (() => NodeJS.ReadWriteStream)[] {
  const names = encoding.split(',').map((name) => name.trim().toLowerCase());
  return names
    .filter((name) => name !== '' && name !== 'identity')
    .toReversed()
    .map((name) => {
      const create = UNPACKERS[name];
      if (create === undefined) throw new BodyPackedBadly(`The body is packed with "${name}".`);
      return create;
    });
}

/**
 * Returns a body unpacked, by its Content-Encoding. Throws BodyTooLong as soon as it unpacks to more than `limitBytes`, so
 * that a small body cannot fill the memory, BodyPackedBadly for a packing that was not asked for or is broken, and what the stream throws.
 */
export async function unpackBody(body: Readable, encoding: string, limitBytes: number): Promise<Uint8Array> {
  const unpackers = unpackersOf(encoding);
  if (unpackers.length > 2) throw new BodyPackedBadly(`The body is packed ${unpackers.length} times.`);
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  const collector = new Writable({
    write: (chunk: Uint8Array, _encoding, done) => {
      sizeBytes += chunk.length;
      chunks.push(chunk);
      done(sizeBytes > limitBytes ? new BodyTooLong(limitBytes) : null);
    },
  });
  try {
    await pipeline([body, ...unpackers.map((create) => create()), collector]);
  } catch (error) {
    // Codes of zlib and of Brotli: https://nodejs.org/api/zlib.html#constants
    const isPacking =
      error instanceof Error &&
      'code' in error &&
      /^(?:Z_|ERR__ERROR|ERR_BROTLI|ERR_PADDING)/u.test(String(error.code));
    throw isPacking ? new BodyPackedBadly(error.message, { cause: error }) : error;
  }
  return Buffer.concat(chunks);
}

import { open } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import type { ArtifactRef } from '../contract/artifact-ref.ts';
import { InputError } from '../contract/errors.ts';
import { isNodeError } from '../platform/is-node-error.ts';

/** A novel with pictures; a larger file is a mistake, and all of it is held in memory once. */
export const MAX_SOURCE_BYTES = 64 * 1024 * 1024;

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.mdown': 'text/markdown',
  '.mkd': 'text/markdown',
  '.txt': 'text/plain',
  '.text': 'text/plain',
};

export interface PutSourceDeps {
  readonly put: (bytes: Uint8Array, mediaType: string) => Promise<ArtifactRef>;
}

/** A document in the artifact store, as a request names it. */
export interface PutSource {
  readonly artifact: ArtifactRef;
  /** File name without a folder, or "standard input". */
  readonly name: string;
}

/** Puts a file into the store. Throws INPUT_INVALID for one that is empty, too large, not regular or not readable. */
export async function putSourceFile(cwd: string, path: string, deps: PutSourceDeps): Promise<PutSource> {
  const bytes = await readWhole(cwd, path);
  assertSize(path, bytes.length);
  const mediaType = MEDIA_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
  return { artifact: await deps.put(bytes, mediaType), name: basename(path) };
}

/** Puts what comes on standard input into the store. Throws INPUT_INVALID when it is nothing or too much. */
export async function putSourceStream(
  stream: AsyncIterable<Uint8Array | string>,
  deps: PutSourceDeps,
  signal: AbortSignal,
): Promise<PutSource> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of stream) {
    signal.throwIfAborted();
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    chunks.push(bytes);
    sizeBytes += bytes.length;
    if (sizeBytes > MAX_SOURCE_BYTES) break;
  }
  signal.throwIfAborted();
  assertSize('standard input', sizeBytes);
  return { artifact: await deps.put(Buffer.concat(chunks), 'text/plain'), name: 'standard input' };
}

async function readWhole(cwd: string, path: string): Promise<Uint8Array> {
  try {
    await using file = await open(resolve(cwd, path), 'r');
    const { size } = await file.stat();
    assertSize(path, size);
    return await file.readFile();
  } catch (error) {
    if (isNodeError(error, 'EACCES', 'EPERM')) {
      throw invalid(`"${path}" cannot be read (${error.code}); give yourself the right to read it.`, error);
    }
    if (isNodeError(error, 'ENOENT')) {
      throw new InputError('SOURCE_MISSING', `There is no file "${path}" any more; check the path.`, { cause: error });
    }
    throw error;
  }
}

function assertSize(name: string, sizeBytes: number): void {
  const shown = name === 'standard input' ? 'Standard input' : `"${name}"`;
  if (sizeBytes === 0) throw invalid(`${shown} is empty (0 bytes); give a document with a few paragraphs.`);
  if (sizeBytes <= MAX_SOURCE_BYTES) return;
  const size = name === 'standard input' ? 'more than 64 MB' : `${Math.ceil(sizeBytes / 1024 / 1024)} MB`;
  throw invalid(`${shown} has ${size}, and Lectra reads at most 64 MB; give a part of it.`);
}

function invalid(message: string, cause?: unknown): InputError {
  return new InputError('INPUT_INVALID', message, { cause });
}

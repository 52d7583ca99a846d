import { open } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { addAbortSignal, type Readable } from 'node:stream';
import { InputError } from '../contract/errors.ts';
import { MAXIMUM_SOURCE_BYTES } from '../contract/source-limit.ts';
import { isNodeError } from '../platform/is-node-error.ts';

const STANDARD_INPUT = 'standard input';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.mdown': 'text/markdown',
  '.mkd': 'text/markdown',
  '.txt': 'text/plain',
  '.text': 'text/plain',
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'application/xhtml+xml',
};

/** A document as a user gives it. */
export interface GivenSource {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** File name without a folder, the address of a page, or "standard input". */
  readonly name: string;
}

/** Reads a file whole. Throws INPUT_INVALID for one that is empty, too large or not readable. */
export async function readSourceFile(cwd: string, path: string): Promise<GivenSource> {
  const bytes = await readWhole(cwd, path);
  assertSize(path, bytes.length);
  const mediaType = MEDIA_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
  return { bytes, mediaType, name: basename(path) };
}

/** Reads standard input to its end. Throws INPUT_INVALID when it is nothing or too much, and the reason of `signal`. */
export async function readSourceStream(stream: Readable, signal: AbortSignal): Promise<GivenSource> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of addAbortSignal(signal, stream)) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    sizeBytes += bytes.length;
    if (sizeBytes > MAXIMUM_SOURCE_BYTES) break;
  }
  assertSize(STANDARD_INPUT, sizeBytes);
  return { bytes: Buffer.concat(chunks), mediaType: 'text/plain', name: STANDARD_INPUT };
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
  const shown = name === STANDARD_INPUT ? 'Standard input' : `"${name}"`;
  if (sizeBytes === 0) throw invalid(`${shown} is empty (0 bytes); give a document with a few paragraphs.`);
  if (sizeBytes <= MAXIMUM_SOURCE_BYTES) return;
  const size = name === STANDARD_INPUT ? 'more than 64 MB' : `${Math.ceil(sizeBytes / 1024 / 1024)} MB`;
  throw invalid(`${shown} has ${size}, and Lectra reads at most 64 MB; give a part of it.`);
}

function invalid(message: string, cause?: unknown): InputError {
  return new InputError('INPUT_INVALID', message, { cause });
}

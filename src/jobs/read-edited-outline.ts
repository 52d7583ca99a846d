import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InputError } from '../contract/errors.ts';
import { isNodeError } from '../platform/is-node-error.ts';

/** A hundred slides with all that may stand in them are far smaller. */
const MAXIMUM_OUTLINE_BYTES = 4 * 1024 * 1024;

/** Reads an outline that a person edited; the run itself checks what is in it. Throws SOURCE_MISSING and OUTLINE_UNUSABLE. */
export async function readEditedOutline(cwd: string, path: string): Promise<Uint8Array> {
  const bytes = await readWhole(cwd, path);
  if (bytes.length > MAXIMUM_OUTLINE_BYTES) {
    throw unusable(`"${path}" has ${Math.ceil(bytes.length / 1024 / 1024)} MB, and an outline has at most 4 MB.`);
  }
  try {
    JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw unusable(
      `"${path}" is not JSON (${error.message.replaceAll(/\s+/g, ' ')}); mend it, or print the outline anew and edit that.`,
      error,
    );
  }
  return bytes;
}

async function readWhole(cwd: string, path: string): Promise<Uint8Array> {
  try {
    return await readFile(resolve(cwd, path));
  } catch (error) {
    if (isNodeError(error, 'ENOENT')) {
      throw new InputError(
        'SOURCE_MISSING',
        `There is no file "${path}"; \`lectra approve ID --print > ${path}\` makes it.`,
        {
          cause: error,
        },
      );
    }
    if (isNodeError(error, 'EISDIR')) throw unusable(`"${path}" is a folder; give the file with the outline.`, error);
    if (isNodeError(error, 'EACCES', 'EPERM')) {
      throw unusable(`"${path}" cannot be read (${error.code}); give yourself the right to read it.`, error);
    }
    throw error;
  }
}

function unusable(message: string, cause?: unknown): InputError {
  return new InputError('OUTLINE_UNUSABLE', message, { cause });
}

import { open, realpath } from 'node:fs/promises';
import { isAbsolute, relative } from 'node:path';
import { InputError } from '../contract/errors.ts';
import { MAXIMUM_SOURCE_BYTES } from '../contract/source-limit.ts';
import { isNodeError } from '../platform/is-node-error.ts';

/**
 * Reads a document that a bare request names by path on the worker's own machine. The path must be absolute and,
 * after links are followed, lie inside one of the allowed folders.
 * Throws SOURCE_MISSING, SOURCE_FORBIDDEN or INPUT_INVALID.
 */
export async function readSourcePath(
  path: string,
  allowedFolders: readonly string[],
  signal: AbortSignal,
): Promise<Uint8Array> {
  if (!isAbsolute(path))
    throw new InputError(
      'INPUT_INVALID',
      `The source path "${path}" is not absolute; give the whole path, such as "/home/me/${path}".`,
    );
  const realPath = await followLinks(path);
  const folders = await Promise.all(allowedFolders.map((folder) => followLinks(folder, folder)));
  if (!folders.some((folder) => isInside(realPath, folder))) {
    throw new InputError(
      'SOURCE_FORBIDDEN',
      `The source "${path}" lies outside the folders that may be read (${allowedFolders.join(', ')}); use \`lectra generate FILE\`, or set LECTRA_SOURCE_DIRS and start the host again with \`lectra down\` and \`lectra up\`.`,
    );
  }
  await using file = await open(realPath, 'r');
  const { size } = await assertReadableFile(file, path);
  if (size > MAXIMUM_SOURCE_BYTES)
    throw new InputError(
      'INPUT_INVALID',
      `The source "${path}" has ${size} bytes; Lectra reads up to ${MAXIMUM_SOURCE_BYTES}.`,
    );
  // Awaited here: the file is closed when this function returns.
  return await file.readFile({ signal });
}

async function assertReadableFile(file: Awaited<ReturnType<typeof open>>, path: string): Promise<{ size: number }> {
  const stats = await file.stat();
  if (!stats.isFile())
    throw new InputError('INPUT_INVALID', `The source "${path}" is not a file; give the path of one document.`);
  return stats;
}

async function followLinks(path: string, whenMissing?: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!isNodeError(error, 'ENOENT', 'ENOTDIR')) throw error;
    if (whenMissing !== undefined) return whenMissing;
    throw new InputError('SOURCE_MISSING', `There is no file at "${path}"; check the path.`, { cause: error });
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !way.startsWith('..') && !isAbsolute(way);
}

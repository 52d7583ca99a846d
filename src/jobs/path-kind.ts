import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isNodeError } from '../platform/is-node-error.ts';
import type { PathKind } from './choose-source.ts';

/** Returns what lies at a path, seen from a folder; links are followed. A name too long for a file is nothing. */
export async function pathKind(cwd: string, path: string): Promise<PathKind> {
  try {
    const found = await stat(resolve(cwd, path));
    if (found.isFile()) return 'file';
    return found.isDirectory() ? 'directory' : 'other';
  } catch (error) {
    // EACCES: a folder on the way cannot be searched; reading the file then says so.
    if (isNodeError(error, 'EACCES')) return 'file';
    if (isNodeError(error, 'ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EINVAL', 'ERR_INVALID_ARG_VALUE')) {
      return 'nothing';
    }
    throw error;
  }
}

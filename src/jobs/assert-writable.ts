import { constants } from 'node:fs';
import { access, lstat, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { RenderError } from '../contract/errors.ts';
import { isNodeError } from '../platform/is-node-error.ts';

/** A short lecture with a 1080p video takes about 30 MB, and its copy is staged beside the old one. */
const LEAST_FREE_BYTES = 100 * 1024 * 1024;

/**
 * Checks, without writing anything, that a folder can be made or written, that the place of the project in it is free or a
 * folder, and that its disk has 100 MB left.
 * Throws OUTPUT_UNWRITABLE and DISK_FULL, before any time is spent on a lecture that could not be kept.
 */
export async function assertWritable(folder: string, project: string): Promise<void> {
  const existing = await nearestExisting(folder);
  if (!(await stat(existing)).isDirectory()) throw unwritable(folder, `"${existing}" is a file`);
  try {
    await access(existing, constants.W_OK | constants.X_OK);
  } catch (error) {
    if (!isNodeError(error, 'EACCES', 'EPERM', 'EROFS')) throw error;
    throw unwritable(folder, `"${existing}" gives you no right to write (${error.code})`, error);
  }
  await assertPlace(join(folder, project), folder);
  const { bavail, bsize } = await statfs(existing);
  if (bavail * bsize >= LEAST_FREE_BYTES) return;
  throw new RenderError(
    'DISK_FULL',
    `The disk of "${folder}" has only ${Math.floor((bavail * bsize) / 1024 / 1024)} MB left, and a lecture needs 100 MB; free some space or choose another --out.`,
  );
}

/** A link is never followed: what it leads to is not Lectra's to replace. */
async function assertPlace(path: string, folder: string): Promise<void> {
  try {
    const found = await lstat(path);
    if (found.isDirectory()) return;
    throw unwritable(folder, `"${path}" is ${found.isSymbolicLink() ? 'a symbolic link' : 'a file'}`);
  } catch (error) {
    if (!isNodeError(error, 'ENOENT', 'ENOTDIR')) throw error;
  }
}

async function nearestExisting(folder: string): Promise<string> {
  try {
    await stat(folder);
    return folder;
  } catch (error) {
    if (isNodeError(error, 'ENOTDIR', 'EACCES', 'ENOENT') && dirname(folder) !== folder) {
      return nearestExisting(dirname(folder));
    }
    if (isNodeError(error, 'ENAMETOOLONG', 'ELOOP'))
      throw unwritable(folder, `the path cannot be used (${error.code})`, error);
    throw error;
  }
}

function unwritable(folder: string, reason: string, cause?: unknown): RenderError {
  return new RenderError(
    'OUTPUT_UNWRITABLE',
    `Nothing can be written to "${folder}": ${reason}; choose another folder with --out.`,
    {},
    { cause },
  );
}

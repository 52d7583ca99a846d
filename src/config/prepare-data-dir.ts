import { constants, type Stats } from 'node:fs';
import { access, chmod, lstat, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ConfigError } from '../contract/errors.ts';
import { isNodeError } from '../platform/is-node-error.ts';

/**
 * Makes the data folder, open to its owner alone (mode 0700): it holds documents and the way into the host.
 * Throws CONFIG_INVALID, with the reason, when it cannot be made or is not the user's to write.
 */
export async function prepareDataDir(dataDir: string): Promise<void> {
  try {
    const made = await mkdir(dataDir, { recursive: true, mode: 0o700 });
    // The umask can only take rights away, but mkdir leaves a folder that was there before as it was.
    if (made === undefined) await chmod(dataDir, 0o700);
  } catch (error) {
    throw new ConfigError(
      'CONFIG_INVALID',
      `LECTRA_DATA_DIR is "${dataDir}", but ${await describeObstacle(dataDir, error)}. Choose another folder, or mend this one.`,
      { cause: error },
    );
  }
}

async function describeObstacle(dataDir: string, error: unknown): Promise<string> {
  if (await isDeadLink(dataDir)) return 'that is a link to something that is not there';
  // A recursive mkdir says "not there" of the deepest folder also where the disk or the rights forbid the first one.
  if (isNodeError(error, 'ENOENT')) return describeObstacle(dataDir, await tryFirstMissing(dataDir));
  if (isNodeError(error, 'EEXIST', 'ENOTDIR')) return 'that is a file, or lies below one';
  if (isNodeError(error, 'EROFS')) return 'it lies on a read-only disk';
  if (isNodeError(error, 'ENOSPC', 'EDQUOT')) return 'its disk is full';
  if (isNodeError(error, 'EPERM')) return 'that folder belongs to somebody else';
  if (isNodeError(error, 'EACCES')) return 'you may not write there';
  return `that folder cannot be made (${error instanceof Error ? error.message : String(error)})`;
}

/** Returns what the system says of making the first folder that is missing. */
async function tryFirstMissing(path: string): Promise<unknown> {
  const parent = dirname(path);
  if (parent !== path && (await lookAt(() => stat(parent))) === null) return tryFirstMissing(parent);
  try {
    await access(parent, constants.W_OK | constants.X_OK);
    return new Error('it cannot be made, although the folder above it can be written');
  } catch (error) {
    return error;
  }
}

async function isDeadLink(path: string): Promise<boolean> {
  const link = await lookAt(() => lstat(path));
  return link?.isSymbolicLink() === true && (await lookAt(() => stat(path))) === null;
}

async function lookAt(look: () => Promise<Stats>): Promise<Stats | null> {
  try {
    return await look();
  } catch (error) {
    if (isNodeError(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'ELOOP')) return null;
    throw error;
  }
}

import { rename, rm } from 'node:fs/promises';
import { RenderError } from '../../contract/errors.ts';
import { isNodeError } from '../../platform/is-node-error.ts';

/** Lets `write` make the files beside their places and moves them there once all are whole; removes them when it fails, so no reader sees half a file. */
export async function writeThroughPart(
  paths: readonly string[],
  write: (partPaths: readonly string[]) => Promise<void>,
): Promise<void> {
  const partPaths = paths.map((path) => `${path}.part`);
  try {
    await write(partPaths);
    for (const [index, partPath] of partPaths.entries()) await rename(partPath, paths[index] ?? partPath);
  } catch (error) {
    await Promise.all(partPaths.map((partPath) => rm(partPath, { force: true })));
    if (isNodeError(error, 'ENOSPC', 'EDQUOT')) {
      throw new RenderError(
        'DISK_FULL',
        `The disk is full: ${paths.join(', ')} could not be written.`,
        {},
        { cause: error },
      );
    }
    throw error;
  }
}

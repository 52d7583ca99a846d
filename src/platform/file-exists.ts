import { stat } from 'node:fs/promises';
import { isNodeError } from './is-node-error.ts';

/** True when a regular file, or a link to one, lies at the path. */
export async function fileExists(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    if (isNodeError(error, 'ENOENT', 'ENOTDIR')) return false;
    throw error;
  }
}

import { type FileHandle, open, rename, stat } from 'node:fs/promises';
import { isNodeError } from './is-node-error.ts';

const MAX_LOG_BYTES = 5_000_000;

/** Opens a log file for appending, readable by its owner alone. One above 5 MB is put aside as `<path>.1` first. */
export async function openLogFile(path: string): Promise<FileHandle> {
  try {
    if ((await stat(path)).size > MAX_LOG_BYTES) await rename(path, `${path}.1`);
  } catch (error) {
    if (!isNodeError(error, 'ENOENT')) throw error;
  }
  return open(path, 'a', 0o600);
}

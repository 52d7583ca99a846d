import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isNodeError } from '../platform/is-node-error.ts';

/** Far longer than any attempt may take, so that the work of another process is never touched. */
const LEFT_AFTER_MS = 24 * 60 * 60 * 1000;

/** Removes from a file store what processes that were killed left of attempts a day and more ago. `nowMs` counts since 1970. */
export async function removeLeftovers(input: { readonly folder: string; readonly nowMs: number }): Promise<void> {
  const workFolder = join(input.folder, 'work');
  for (const name of await readdir(workFolder)) {
    const path = join(workFolder, name);
    if (input.nowMs - (await readChangedMs(path)) < LEFT_AFTER_MS) continue;
    await rm(path, { recursive: true, force: true });
  }
}

/** An attempt that ends just now takes its folder away itself. */
async function readChangedMs(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (isNodeError(error, 'ENOENT')) return Number.POSITIVE_INFINITY;
    throw error;
  }
}

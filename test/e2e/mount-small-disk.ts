import { mkdtemp, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProcessError } from '../../src/platform/process-error.ts';
import { runProcess } from '../../src/platform/run-process.ts';
import { NEVER } from './lectra-home.ts';

/** A disk of 1 MB in memory. Closing it takes it away with all that is on it. */
export interface SmallDisk extends AsyncDisposable {
  readonly path: string;
}

/** Returns a disk of 1 MB, or null where this user may not mount one: https://man7.org/linux/man-pages/man5/tmpfs.5.html */
export async function mountSmallDisk(): Promise<SmallDisk | null> {
  const path = await mkdtemp(join(tmpdir(), 'lectra-disk-'));
  try {
    await runProcess({ command: 'mount', args: ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', path], signal: NEVER });
  } catch (error) {
    await rmdir(path);
    if (error instanceof ProcessError) return null;
    throw error;
  }
  return {
    path,
    [Symbol.asyncDispose]: async () => {
      await runProcess({ command: 'umount', args: [path], signal: NEVER });
      await rmdir(path);
    },
  };
}

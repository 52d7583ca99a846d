import { readdir, readFile } from 'node:fs/promises';
import { isNodeError } from '../../src/platform/is-node-error.ts';

export interface FoundProcess {
  readonly pid: number;
  /** The words it was started with. */
  readonly command: string;
}

/**
 * Returns the processes that were started, directly or not, with this data folder in their environment, but not this one.
 * Only Linux tells (https://man7.org/linux/man-pages/man5/proc_pid_environ.5.html); elsewhere the list is empty.
 */
export async function listProcessesOf(dataDir: string): Promise<readonly FoundProcess[]> {
  if (process.platform !== 'linux') return [];
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const environment = await readProc(`/proc/${pid}/environ`);
      if (!environment.split('\0').includes(`LECTRA_DATA_DIR=${dataDir}`)) return null;
      const command = (await readProc(`/proc/${pid}/cmdline`)).split('\0').join(' ').trim();
      return { pid: Number(pid), command };
    }),
  );
  return found.filter((process) => process !== null);
}

/** A process may end between the look at the list and this one; one of another user says nothing. */
async function readProc(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isNodeError(error, 'ENOENT', 'ESRCH', 'EACCES', 'EPERM')) return '';
    throw error;
  }
}

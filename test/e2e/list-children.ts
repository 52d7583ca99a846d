import { readdir, readFile } from 'node:fs/promises';
import { isNodeError } from '../../src/platform/is-node-error.ts';

export interface ChildProcess {
  readonly pid: number;
  readonly command: string;
}

/**
 * Returns the processes that this one has started, directly or not, and that are no zombies. Only Linux tells
 * (https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html); elsewhere the list is empty.
 */
export async function listChildren(): Promise<readonly ChildProcess[]> {
  if (process.platform !== 'linux') return [];
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const rows = await Promise.all(pids.map(readRow));
  const family = new Set([process.pid]);
  // A child has been started after its parent, but its number may be smaller: look until nobody is added.
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const row of rows) if (row !== null && family.has(row.parentPid)) family.add(row.pid);
  }
  return rows.flatMap((row) =>
    row !== null && row.pid !== process.pid && family.has(row.pid) ? [{ pid: row.pid, command: row.command }] : [],
  );
}

async function readRow(pid: string) {
  const stat = await readProc(`/proc/${pid}/stat`);
  const [state, parentPid] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (stat === '' || state === 'Z' || state === 'X') return null;
  const command = (await readProc(`/proc/${pid}/cmdline`)).split('\0').join(' ').trim();
  return { pid: Number(pid), parentPid: Number(parentPid), command };
}

/** A process may end between the look at the list and this one. */
async function readProc(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isNodeError(error, 'ENOENT', 'ESRCH')) return '';
    throw error;
  }
}

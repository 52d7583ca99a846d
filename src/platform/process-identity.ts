import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { isNodeError } from './is-node-error.ts';
import { parseProcStat } from './parse-proc-stat.ts';

const run = promisify(execFile);

/** One process, told apart from a later one that got the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, as the operating system writes it. Only good for comparing. */
  readonly start: string;
}

/** Returns the identity of a running process, or null when there is none with this number. */
export async function identifyProcess(pid: number): Promise<ProcessIdentity | null> {
  const start = process.platform === 'linux' ? await readLinuxStart(pid) : await askForStart(pid);
  return start === null ? null : { pid, start };
}

/** True while any thread of exactly this process runs. One that only waits for its parent to notice has ended. */
export async function isProcessRunning(identity: ProcessIdentity): Promise<boolean> {
  return (await identifyProcess(identity.pid))?.start === identity.start;
}

/**
 * The boot, and the clock ticks since then. Without the boot, a machine that always starts alike gives a later process the
 * number and the ticks of an earlier one.
 */
async function readLinuxStart(pid: number): Promise<string | null> {
  try {
    const ticks = parseProcStat(await readFile(`/proc/${pid}/stat`, 'utf8'));
    return ticks === null ? null : `${await readBootId()}/${ticks}`;
  } catch (error) {
    if (isNodeError(error, 'ENOENT', 'ESRCH')) return null;
    throw error;
  }
}

/** https://man7.org/linux/man-pages/man5/proc_sys_kernel.5.html: random, and the same until the machine starts anew. */
async function readBootId(): Promise<string> {
  return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
}

async function askForStart(pid: number): Promise<string | null> {
  const isWindows = process.platform === 'win32';
  const [command, args] = isWindows
    ? (['powershell', ['-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`]] as const)
    : (['env', ['LC_ALL=C', 'ps', '-o', 'lstart=', '-p', String(pid)]] as const);
  try {
    const { stdout } = await run(command, [...args]);
    return stdout.trim() || null;
  } catch (error) {
    // Both programs end with a failure when there is no such process.
    if (error instanceof Error && 'code' in error && typeof error.code === 'number') return null;
    throw error;
  }
}

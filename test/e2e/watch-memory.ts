import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { isNodeError } from '../../src/platform/is-node-error.ts';
import { type FoundProcess, listProcessesOf } from './list-processes-of.ts';

const LOOK_EVERY_MS = 200;

/** Memory of one process: its own pages and its share of those that it has in common with others. */
export interface ProcessMemory extends FoundProcess {
  readonly pssBytes: number;
}

export interface MemoryPeak {
  readonly totalBytes: number;
  /** Milliseconds after the start of watching. */
  readonly atMs: number;
  /** What ran at that moment, the largest first. */
  readonly processes: readonly ProcessMemory[];
  readonly looks: number;
}

/**
 * Looks five times a second, until `signal` aborts, at the memory of all processes that have this data folder in their
 * environment, and returns the moment when their sum was largest. PSS, as /proc/PID/smaps_rollup has it: Linux only.
 */
export async function watchMemory(dataDir: string, signal: AbortSignal): Promise<MemoryPeak> {
  const startMs = performance.now();
  let peak: Omit<MemoryPeak, 'looks'> = { totalBytes: 0, atMs: 0, processes: [] };
  let looks = 0;
  while (!signal.aborted) {
    const beganMs = performance.now();
    const processes = await Promise.all(
      (await listProcessesOf(dataDir)).map(async (found) => ({ ...found, pssBytes: await readPssBytes(found.pid) })),
    );
    looks += 1;
    const totalBytes = processes.reduce((sum, { pssBytes }) => sum + pssBytes, 0);
    if (totalBytes > peak.totalBytes) {
      const sorted = processes.toSorted((a, b) => b.pssBytes - a.pssBytes);
      peak = { totalBytes, atMs: performance.now() - startMs, processes: sorted };
    }
    await sleep(Math.max(0, LOOK_EVERY_MS - (performance.now() - beganMs)));
  }
  return { ...peak, looks };
}

async function readPssBytes(pid: number): Promise<number> {
  try {
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0) * 1024;
  } catch (error) {
    if (isNodeError(error, 'ENOENT', 'ESRCH', 'EACCES', 'EPERM')) return 0;
    throw error;
  }
}

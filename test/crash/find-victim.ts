import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isNodeError } from '../../src/platform/is-node-error.ts';
import { identifyProcess, type ProcessIdentity } from '../../src/platform/process-identity.ts';
import { listProcessesOf } from '../e2e/list-processes-of.ts';
import type { Victim } from './crash-plan.ts';

const PATTERNS: Readonly<Record<Exclude<Victim, 'client' | 'service'>, RegExp>> = {
  host: /host-main\.ts/,
  ffmpeg: /^\S*ffmpeg /,
  espeak: /espeak-process\.ts/,
  media: /lectra\.mjs worker --role media/,
  workflow: /lectra\.mjs worker --role workflow/,
  network: /lectra\.mjs worker --role network/,
  gpu: /lectra\.mjs worker --role gpu/,
};

const recordSchema = z.object({ pid: z.number().int(), start: z.string() });

/** A process to kill, and who started it. */
export interface FoundVictim {
  readonly identity: ProcessIdentity;
  readonly parentPid: number | null;
}

/** Returns the process that plays a part now, or null when none does. */
export async function findVictim(dataDir: string, victim: Exclude<Victim, 'client'>): Promise<FoundVictim | null> {
  const pid = victim === 'service' ? await readServicePid(dataDir) : await findPid(dataDir, PATTERNS[victim]);
  if (pid === null) return null;
  const parentPid = await readParentPid(pid);
  const identity = await identifyProcess(pid);
  return identity === null ? null : { identity, parentPid };
}

async function findPid(dataDir: string, pattern: RegExp): Promise<number | null> {
  const found = (await listProcessesOf(dataDir)).find(({ command }) => pattern.test(command));
  return found?.pid ?? null;
}

/** Whoever starts the service notes its process, so that a later one can stop it. */
async function readServicePid(dataDir: string): Promise<number | null> {
  const text = await readOrNull(join(dataDir, 'temporal-process.json'));
  const record = text === null ? undefined : recordSchema.parse(JSON.parse(text));
  if (record === undefined) return null;
  return (await identifyProcess(record.pid))?.start === record.start ? record.pid : null;
}

/** Field 4 of https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
async function readParentPid(pid: number): Promise<number | null> {
  const stat = await readOrNull(`/proc/${pid}/stat`);
  if (stat === null) return null;
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

async function readOrNull(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isNodeError(error, 'ENOENT', 'ESRCH')) return null;
    throw error;
  }
}

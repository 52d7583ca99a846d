import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { endProcess } from '../../platform/end-process.ts';
import { isNodeError } from '../../platform/is-node-error.ts';
import { isProcessRunning, type ProcessIdentity } from '../../platform/process-identity.ts';
import { writeFileAtomic } from '../../platform/write-file-atomic.ts';

const STOP_GRACE_MS = 5_000;

const recordSchema = z.object({ pid: z.number().int(), start: z.string() });

/** Notes which server process holds our database, so that the next host finds it when this one is killed. */
export async function writeServiceRecord(dataDir: string, identity: ProcessIdentity): Promise<void> {
  await writeFileAtomic(recordPath(dataDir), JSON.stringify(identity));
}

export async function removeServiceRecord(dataDir: string): Promise<void> {
  await rm(recordPath(dataDir), { force: true });
}

/**
 * Stops a server that a killed host left behind: two servers on one database would spoil it. Returns whether there was
 * one. A later process with the same number is left alone.
 */
export async function stopOrphanService(dataDir: string, signal: AbortSignal): Promise<boolean> {
  const identity = await readServiceRecord(dataDir);
  const isOrphan = identity !== null && (await isProcessRunning(identity));
  if (isOrphan) await endProcess(identity, STOP_GRACE_MS, signal);
  await removeServiceRecord(dataDir);
  return isOrphan;
}

async function readServiceRecord(dataDir: string): Promise<ProcessIdentity | null> {
  try {
    const parsed = recordSchema.safeParse(JSON.parse(await readFile(recordPath(dataDir), 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (isNodeError(error, 'ENOENT') || error instanceof SyntaxError) return null;
    throw error;
  }
}

function recordPath(dataDir: string): string {
  return join(dataDir, 'temporal-process.json');
}

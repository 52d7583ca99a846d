import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isNodeError } from '../../platform/is-node-error.ts';
import type { ProcessIdentity } from '../../platform/process-identity.ts';
import { writeFileAtomic } from '../../platform/write-file-atomic.ts';

const recordSchema = z.object({ pid: z.number().int(), start: z.string() });

/** Notes which server process holds our database, so that the next host finds it when this one is killed. */
export async function writeServiceRecord(dataDir: string, identity: ProcessIdentity): Promise<void> {
  await writeFileAtomic(recordPath(dataDir), JSON.stringify(identity));
}

export async function removeServiceRecord(dataDir: string): Promise<void> {
  await rm(recordPath(dataDir), { force: true });
}

/** Returns null when no server was noted, or in another shape. */
export async function readServiceRecord(dataDir: string): Promise<ProcessIdentity | null> {
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

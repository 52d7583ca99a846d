import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isNodeError } from '../../platform/is-node-error.ts';
import { writeFileAtomic } from '../../platform/write-file-atomic.ts';

/** Held by the host for as long as it lives. */
export const HOST_LOCK_NAME = 'host.lock';

const hostFileSchema = z.object({
  pid: z.number().int(),
  /** Tells this process from a later one with the same number. */
  processStart: z.string(),
  // A host of another version may describe itself otherwise; it can be drained all the same.
  address: z.string().catch(''),
  namespace: z.string().catch(''),
  uiUrl: z.string().nullable().catch(null),
  /** Queue that workflows run on. */
  taskQueue: z.string().catch(''),
  outputDir: z.string().catch(''),
  /** Code and settings that the host runs with; a client with others drains it first. */
  version: z.string().catch(''),
  /** ISO 8601. */
  startedAt: z.string().catch(''),
  controlPort: z.number().int(),
  /** Only who may read this file may talk to the host. */
  controlToken: z.string(),
});

/** What a host says about itself once it is ready: `service.json` of the data folder. */
export type HostFile = Readonly<z.infer<typeof hostFileSchema>>;

/** Returns null without a file, and for one that another version wrote in another shape. */
export async function readHostFile(dataDir: string): Promise<HostFile | null> {
  try {
    const parsed = hostFileSchema.safeParse(JSON.parse(await readFile(hostFilePath(dataDir), 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (isNodeError(error, 'ENOENT') || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Written whole or not at all; the data folder is open to its owner alone. */
export async function writeHostFile(dataDir: string, file: HostFile): Promise<void> {
  await writeFileAtomic(hostFilePath(dataDir), `${JSON.stringify(file, null, 2)}\n`);
}

export async function removeHostFile(dataDir: string): Promise<void> {
  await rm(hostFilePath(dataDir), { force: true });
}

function hostFilePath(dataDir: string): string {
  return join(dataDir, 'service.json');
}

import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isNodeError } from '../../platform/is-node-error.ts';
import { writeFileAtomic } from '../../platform/write-file-atomic.ts';

const identitySchema = z.object({ pid: z.number().int().positive(), start: z.string() });

const noteSchema = z.object({
  url: z.string(),
  server: identitySchema,
  /** The process that ends it; null when the system did not tell who it is. */
  owner: identitySchema.nullable(),
});

/** Which server Lectra started, kept beside its lock: whoever comes after a killed owner can end it. */
export type OwnServerNote = Readonly<z.infer<typeof noteSchema>>;

/** Returns the note of a data folder; null without one, or with one that is damaged. */
export async function readOwnServer(folder: string): Promise<OwnServerNote | null> {
  try {
    return noteSchema.safeParse(JSON.parse(await readFile(pathOf(folder), 'utf8'))).data ?? null;
  } catch (error) {
    if (isNodeError(error, 'ENOENT') || error instanceof SyntaxError) return null;
    throw error;
  }
}

export async function writeOwnServer(folder: string, note: OwnServerNote): Promise<void> {
  await writeFileAtomic(pathOf(folder), JSON.stringify(note));
}

export async function removeOwnServer(folder: string): Promise<void> {
  await rm(pathOf(folder), { force: true });
}

function pathOf(folder: string): string {
  return join(folder, 'ollama-server.json');
}

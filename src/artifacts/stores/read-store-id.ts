import { randomUUID } from 'node:crypto';
import { link, readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import { isNodeError } from '../../platform/is-node-error.ts';
import { writeFileAtomic } from '../../platform/write-file-atomic.ts';

const storeIdSchema = z.uuid();

/** Returns the id in the file, which is written once by whoever comes first. A file without an id in it is replaced. */
export async function readStoreId(path: string): Promise<string> {
  const known = await readId(path);
  if (known !== null) return known;
  const candidatePath = `${path}.${randomUUID()}`;
  await writeFileAtomic(candidatePath, randomUUID());
  try {
    await link(candidatePath, path);
  } catch (error) {
    if (!isNodeError(error, 'EEXIST')) throw error;
  } finally {
    await rm(candidatePath, { force: true });
  }
  return (await readFile(path, 'utf8')).trim();
}

async function readId(path: string): Promise<string | null> {
  try {
    const id = storeIdSchema.safeParse((await readFile(path, 'utf8')).trim());
    if (id.success) return id.data;
  } catch (error) {
    if (isNodeError(error, 'ENOENT')) return null;
    throw error;
  }
  await rm(path, { force: true });
  return null;
}

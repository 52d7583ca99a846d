import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';

/**
 * Writes a file so that no reader ever sees half of it: a neighbour is written, flushed and renamed over.
 * Nothing is left behind when writing fails. The folder must exist.
 */
export async function writeFileAtomic(path: string, content: Uint8Array | string): Promise<void> {
  const partPath = `${path}.part-${randomUUID()}`;
  try {
    const file = await open(partPath, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partPath, path);
  } catch (error) {
    await rm(partPath, { force: true });
    throw error;
  }
}

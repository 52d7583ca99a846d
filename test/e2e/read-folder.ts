import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Returns the names of all files below a folder, with forward slashes, in order; none for a folder that is not there. */
export async function listFiles(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Returns the sha256 of each file of a finished lecture, except what tells of the run itself: the report and the manifest. */
export async function hashLecture(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = (await listFiles(folder)).filter((name) => !/^(report\.\w+|\.lectra-manifest\.json)$/.test(name));
  const hashes = await Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(folder, name));
      return [name, createHash('sha256').update(bytes).digest('hex')] as const;
    }),
  );
  return Object.fromEntries(hashes);
}

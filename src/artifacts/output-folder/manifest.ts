import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';
import { isNodeError } from '../../platform/is-node-error.ts';

/** What was published here last time: how files changed by hand are told from our own. */
export const MANIFEST_NAME = '.lectra-manifest.json';

const manifestSchema = z.object({ files: z.record(z.string(), z.string()) });

/** Serializes the names and hashes of published files. */
export function serializeManifest(files: readonly { readonly name: string; readonly sha256: string }[]): string {
  return `${JSON.stringify({ files: Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256])) }, null, 2)}\n`;
}

/** Returns the files of a published folder that Lectra did not write as they are now. A missing folder has none. */
export async function listEditedFiles(folder: string): Promise<string[]> {
  const names = await listFiles(folder);
  const published = await readManifest(folder);
  const edited: string[] = [];
  for (const name of names) {
    if (name === MANIFEST_NAME) continue;
    const sha256 = createHash('sha256')
      .update(await readFile(join(folder, name)))
      .digest('hex');
    if (published[name] !== sha256) edited.push(name);
  }
  return edited;
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort();
  } catch (error) {
    if (isNodeError(error, 'ENOENT')) return [];
    throw error;
  }
}

async function readManifest(folder: string): Promise<Readonly<Record<string, string>>> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(join(folder, MANIFEST_NAME), 'utf8'))).files;
  } catch (error) {
    if (isNodeError(error, 'ENOENT') || error instanceof SyntaxError || error instanceof z.ZodError) return {};
    throw error;
  }
}

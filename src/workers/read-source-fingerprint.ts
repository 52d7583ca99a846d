import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE_DIR = fileURLToPath(new URL('..', import.meta.url));
const PACKAGE_PATH = fileURLToPath(new URL('../../package.json', import.meta.url));
/** The clients of the host: a change there needs no new host. */
const CLIENT_DIRS: ReadonlySet<string> = new Set(['cli', 'http', 'jobs']);

/** Returns a short hash of the code that the host runs and of the versions that it depends on. */
export async function readSourceFingerprint(): Promise<string> {
  const entries = await readdir(SOURCE_DIR, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !CLIENT_DIRS.has(relative(SOURCE_DIR, path).split(sep)[0] ?? ''))
    .sort();
  const hash = createHash('sha256');
  for (const path of [PACKAGE_PATH, ...paths]) {
    const content = await readFile(path);
    hash.update(`${relative(SOURCE_DIR, path)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}

import { appendFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { isNodeError } from '../../src/platform/is-node-error.ts';

const lineSchema = z.strictObject({
  pid: z.number().int(),
  /**
   * `began`: the store had no result, so the work is done; `reused`: it had one; `stored`: it has one now.
   * `starved`: the process got no processor for so long that its heartbeats may have come late.
   */
  event: z.enum(['began', 'reused', 'stored', 'starved']),
  /** The step key: equal work has equal keys. Empty for `starved`. */
  key: z.string(),
  /** When it was written, and since when that held: earlier for `starved` alone. In milliseconds since 1970. */
  atMs: z.number(),
  sinceMs: z.number(),
});

/** What one worker did for one step. Lines lie in the order in which they happened, over all processes. */
export type LedgerLine = Readonly<z.infer<typeof lineSchema>>;

/** Written at once and at the end, whoever else writes, so that a SIGKILL loses no line. */
export function appendLine(path: string, line: LedgerLine): void {
  appendFileSync(path, `${JSON.stringify(line)}\n`);
}

/** Returns the lines so far; none before the first. */
export async function readLedger(path: string): Promise<readonly LedgerLine[]> {
  const text = await readOrNothing(path);
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => lineSchema.parse(JSON.parse(line)));
}

/** Returns the keys of all steps whose result is in the index of a data folder. */
export async function listStoredKeys(dataDir: string): Promise<ReadonlySet<string>> {
  try {
    const entries = await readdir(join(dataDir, 'artifacts', 'steps'), { recursive: true });
    return new Set(entries.filter((name) => name.endsWith('.json')).map((name) => basename(name, '.json')));
  } catch (error) {
    if (isNodeError(error, 'ENOENT')) return new Set();
    throw error;
  }
}

async function readOrNothing(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isNodeError(error, 'ENOENT')) return '';
    throw error;
  }
}

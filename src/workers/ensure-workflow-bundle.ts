import { mkdir, readdir, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileExists } from '../platform/file-exists.ts';
import { ProcessError } from '../platform/process-error.ts';
import { runProcess } from '../platform/run-process.ts';

const BUNDLE_MAIN = fileURLToPath(new URL(`./bundle-main${extname(import.meta.url)}`, import.meta.url));

/**
 * Returns the path of the bundled workflow code, made once for each state of the sources, since bundling takes seconds.
 * Bundles of other states are removed. Throws an Error with the bundler's words when the workflow code is at fault.
 */
export async function ensureWorkflowBundle(dataDir: string, fingerprint: string, signal: AbortSignal): Promise<string> {
  const folder = join(dataDir, 'bundles');
  const path = join(folder, `workflows-${fingerprint}.js`);
  if (await fileExists(path)) return path;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) await rm(join(folder, name), { force: true });
  try {
    await runProcess({ command: process.execPath, args: [BUNDLE_MAIN, path], signal });
  } catch (error) {
    if (!(error instanceof ProcessError)) throw error;
    throw new Error(`The workflow code cannot be bundled: ${error.stderrTail}`, { cause: error });
  }
  return path;
}

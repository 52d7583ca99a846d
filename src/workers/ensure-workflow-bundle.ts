import { mkdir, readdir, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type Logger } from '@temporalio/worker';
import { fileExists } from '../platform/file-exists.ts';
import { writeFileAtomic } from '../platform/write-file-atomic.ts';

const WORKFLOWS_PATH = fileURLToPath(new URL(`../workflows/index${extname(import.meta.url)}`, import.meta.url));

/**
 * Returns the path of the bundled workflow code, made once for each state of the sources, since bundling takes seconds.
 * Bundles of other states are removed.
 */
export async function ensureWorkflowBundle(dataDir: string, fingerprint: string, logger: Logger): Promise<string> {
  const folder = join(dataDir, 'bundles');
  const fileName = `workflows-${fingerprint}.js`;
  const path = join(folder, fileName);
  if (await fileExists(path)) return path;
  const { code } = await bundleWorkflowCode({ workflowsPath: WORKFLOWS_PATH, logger });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) await rm(join(folder, name), { force: true });
  await writeFileAtomic(path, code);
  return path;
}

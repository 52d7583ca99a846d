import { extname } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';
import { writeFileAtomic } from '../platform/write-file-atomic.ts';

/** Bundles the workflow code into the file that the first argument names. A process of its own: the bundler never gives its memory back. */
const [targetPath] = argv.slice(2);
if (targetPath === undefined) throw new TypeError('Usage: bundle-main TARGET');
const workflowsPath = fileURLToPath(new URL(`../workflows/index${extname(import.meta.url)}`, import.meta.url));
const { code } = await bundleWorkflowCode({ workflowsPath });
await writeFileAtomic(targetPath, code);

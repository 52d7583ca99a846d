import { Worker } from '@temporalio/worker';
import { ConfigError } from '../contract/errors.ts';
import type { RoleWorkerInput } from './role-worker.ts';
import { sharedWorkerOptions } from './shared-worker-options.ts';

/** More runs than one machine makes at once; the rest is replayed from history when it goes on. */
const CACHED_WORKFLOWS = 30;

/** Creates the worker that decides which step follows which. */
export function createWorkflowWorker(input: RoleWorkerInput): Promise<Worker> {
  if (input.workflowBundlePath === null) {
    throw new ConfigError('CONFIG_INVALID', 'The workflow worker got no bundle of workflow code.');
  }
  return Worker.create({
    ...sharedWorkerOptions(input, 'workflow'),
    workflowBundle: { codePath: input.workflowBundlePath },
    maxCachedWorkflows: CACHED_WORKFLOWS,
  });
}

import { Worker } from '@temporalio/worker';
import { activitiesOfRole } from '../activities/activities-of-role.ts';
import type { RoleWorkerInput } from './role-worker.ts';
import { sharedWorkerOptions } from './shared-worker-options.ts';

/** On one core, a short step would otherwise wait for a whole encoding. */
const LEAST_STEPS_AT_ONCE = 2;

/** Creates the worker that draws, speaks and encodes on this machine: one step a core. */
export function createMediaWorker(input: RoleWorkerInput): Promise<Worker> {
  return Worker.create({
    ...sharedWorkerOptions(input, 'media'),
    activities: activitiesOfRole(input.activities, 'media'),
    maxConcurrentActivityTaskExecutions: Math.max(LEAST_STEPS_AT_ONCE, input.cores),
  });
}

import { Worker } from '@temporalio/worker';
import { activitiesOfRole } from '../activities/activities-of-role.ts';
import type { RoleWorkerInput } from './role-worker.ts';
import { sharedWorkerOptions } from './shared-worker-options.ts';

/** Creates the worker beside one model server: as many calls at once as that has parallel slots. */
export function createGpuWorker(input: RoleWorkerInput): Promise<Worker> {
  return Worker.create({
    ...sharedWorkerOptions(input, 'gpu'),
    activities: activitiesOfRole(input.activities, 'gpu'),
    maxConcurrentActivityTaskExecutions: input.gpuSlots,
  });
}

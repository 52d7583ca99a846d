import { Worker } from '@temporalio/worker';
import { activitiesOfRole } from '../activities/activities-of-role.ts';
import type { RoleWorkerInput } from './role-worker.ts';
import { sharedWorkerOptions } from './shared-worker-options.ts';

/** One for each slide of a usual deck; more would only make free services answer "too many requests". */
const CALLS_AT_ONCE = 10;

/** Creates the worker that asks services on the network: pictures and voices. */
export function createNetworkWorker(input: RoleWorkerInput): Promise<Worker> {
  return Worker.create({
    ...sharedWorkerOptions(input, 'network'),
    activities: activitiesOfRole(input.activities, 'network'),
    maxConcurrentActivityTaskExecutions: CALLS_AT_ONCE,
  });
}

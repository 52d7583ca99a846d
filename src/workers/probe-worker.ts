import { Worker } from '@temporalio/worker';
import { probesOfRole } from '../activities/activities-of-role.ts';
import { type ProbedRole, probeQueue } from '../contract/queues.ts';
import type { RoleWorkerInput } from './role-worker.ts';
import { sharedWorkerOptions } from './shared-worker-options.ts';

/** More runs than anybody starts while one model is being downloaded. */
const PROBES_AT_ONCE = 20;
const POLLS_AT_ONCE = 2;

/** Creates the worker that says what a role can do, however busy the steps of that role are. */
export function createProbeWorker(input: RoleWorkerInput, role: ProbedRole): Promise<Worker> {
  return Worker.create({
    ...sharedWorkerOptions(input, role),
    taskQueue: probeQueue(input.workflowTaskQueue, role),
    activities: probesOfRole(input.activities, role),
    maxConcurrentActivityTaskExecutions: PROBES_AT_ONCE,
    maxConcurrentActivityTaskPolls: POLLS_AT_ONCE,
  });
}

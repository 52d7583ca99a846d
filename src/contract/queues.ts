/** Worker roles. Each polls one task queue. */
export const WORKER_ROLES = ['workflow', 'gpu', 'network', 'media'] as const;

export type WorkerRole = (typeof WORKER_ROLES)[number];

const WORKFLOW_QUEUE = 'lectra';

/** Returns the queue that workflows run on; `prefix` separates installations on one Temporal service. */
export function workflowQueue(prefix: string): string {
  return `${prefix}${WORKFLOW_QUEUE}`;
}

/** Returns the queue of a role, from the queue that the workflow itself runs on. */
export function roleQueue(workflowTaskQueue: string, role: WorkerRole): string {
  return role === 'workflow' ? workflowTaskQueue : `${workflowTaskQueue}-${role}`;
}

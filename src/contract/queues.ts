/** Worker roles. Each polls the queue of its steps; those that answer probes poll another one for them. */
export const WORKER_ROLES = ['workflow', 'gpu', 'network', 'media'] as const;

export type WorkerRole = (typeof WORKER_ROLES)[number];

/** The roles that are asked in Prepare what they can do. */
export const PROBED_ROLES = ['gpu', 'network'] as const satisfies readonly WorkerRole[];

export type ProbedRole = (typeof PROBED_ROLES)[number];

const WORKFLOW_QUEUE = 'lectra';

/** Returns the queue that workflows run on; `prefix` separates installations on one Temporal service. */
export function workflowQueue(prefix: string): string {
  return `${prefix}${WORKFLOW_QUEUE}`;
}

/** Returns the queue of a role, from the queue that the workflow itself runs on. */
export function roleQueue(workflowTaskQueue: string, role: WorkerRole): string {
  return role === 'workflow' ? workflowTaskQueue : `${workflowTaskQueue}-${role}`;
}

/** Returns the queue of the probes that a role answers: apart from its steps, or a busy worker would look like none. */
export function probeQueue(workflowTaskQueue: string, role: WorkerRole): string {
  return `${roleQueue(workflowTaskQueue, role)}-probe`;
}

/** Returns all queues that the workers of a role poll. */
export function queuesOfRole(workflowTaskQueue: string, role: WorkerRole): readonly string[] {
  const steps = roleQueue(workflowTaskQueue, role);
  return PROBED_ROLES.some((probed) => probed === role) ? [steps, probeQueue(workflowTaskQueue, role)] : [steps];
}

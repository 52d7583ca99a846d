import type { Client } from '@temporalio/client';
import { tsToMs } from '@temporalio/common/lib/time.js';
import { roleQueue, WORKER_ROLES, type WorkerRole } from '../contract/queues.ts';
import type { WaitingQueue } from './waiting-queues.ts';

/** A worker asks anew at least once a minute, and the service remembers it for five minutes after it is gone. */
const GONE_AFTER_MS = 75_000;
/** TASK_QUEUE_TYPE_WORKFLOW and _ACTIVITY of temporal.api.enums.v1. */
const QUEUE_TYPES = { workflow: 1, activity: 2 } as const;

/** A queue that something waits in and that no worker asks. */
export interface IdleQueue {
  readonly name: string;
  /** The role whose worker would ask it; null for a queue that is none of ours. */
  readonly role: WorkerRole | null;
}

/** Returns those of the queues that no worker asks. `workflowTaskQueue` is the one that the run itself is on. */
export async function findIdleQueues(
  client: Client,
  input: { readonly waiting: readonly WaitingQueue[]; readonly workflowTaskQueue: string; readonly nowMs: number },
  signal: AbortSignal,
): Promise<readonly IdleQueue[]> {
  const answers = await Promise.all(
    input.waiting.map(async ({ kind, name }) => {
      const { pollers } = await client.connection.withAbortSignal(signal, () =>
        client.workflowService.describeTaskQueue({
          namespace: client.options.namespace,
          taskQueue: { name },
          taskQueueType: QUEUE_TYPES[kind],
        }),
      );
      const isAsked = (pollers ?? []).some(
        ({ lastAccessTime }) => input.nowMs - tsToMs(lastAccessTime) < GONE_AFTER_MS,
      );
      return isAsked ? null : { name, role: roleOf(name, input.workflowTaskQueue) };
    }),
  );
  return answers.filter((queue) => queue !== null);
}

function roleOf(name: string, workflowTaskQueue: string): WorkerRole | null {
  return WORKER_ROLES.find((role) => roleQueue(workflowTaskQueue, role) === name) ?? null;
}

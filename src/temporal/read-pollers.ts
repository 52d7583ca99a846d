import type { Client } from '@temporalio/client';
import { tsToMs } from '@temporalio/common/lib/time.js';

/** TASK_QUEUE_TYPE_WORKFLOW and _ACTIVITY of temporal.api.enums.v1. */
const QUEUE_TYPES = { workflow: 1, activity: 2 } as const;

/** A queue of Temporal: that of workflows and that of activities may have one name. */
export interface TaskQueue {
  readonly name: string;
  readonly kind: keyof typeof QUEUE_TYPES;
}

/** A worker that asked a queue for work in the last five minutes. */
export interface Poller {
  readonly identity: string;
  /** Milliseconds since the epoch. */
  readonly lastAskedMs: number;
}

/** Returns the workers that asked a queue, none for a queue that does not exist. Throws as gRPC does. */
export async function readPollers(
  client: Client,
  { kind, name }: TaskQueue,
  signal: AbortSignal,
): Promise<readonly Poller[]> {
  const { pollers } = await client.connection.withAbortSignal(signal, () =>
    client.workflowService.describeTaskQueue({
      namespace: client.options.namespace,
      taskQueue: { name },
      taskQueueType: QUEUE_TYPES[kind],
    }),
  );
  return (pollers ?? []).map(({ identity, lastAccessTime }) => ({
    identity: identity ?? '',
    lastAskedMs: tsToMs(lastAccessTime),
  }));
}

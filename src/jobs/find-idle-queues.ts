import type { Client } from '@temporalio/client';
import { queuesOfRole, WORKER_ROLES, type WorkerRole } from '../contract/queues.ts';
import { readPollers, type TaskQueue } from '../temporal/read-pollers.ts';

/** A worker asks anew at least once a minute, and the service remembers it for five minutes after it is gone. */
const GONE_AFTER_MS = 75_000;

/** A queue that something waits in and that no worker asks. */
export interface IdleQueue {
  readonly name: string;
  /** The role whose worker would ask it; null for a queue that is none of ours. */
  readonly role: WorkerRole | null;
}

/**
 * Returns those of the queues whose role nobody works for. `workflowTaskQueue` is the one that the run itself is on. A
 * worker with all hands full asks for no more steps, but still for probes.
 */
export async function findIdleQueues(
  client: Client,
  input: { readonly waiting: readonly TaskQueue[]; readonly workflowTaskQueue: string; readonly nowMs: number },
  signal: AbortSignal,
): Promise<readonly IdleQueue[]> {
  const answers = await Promise.all(
    input.waiting.map(async ({ kind, name }) => {
      const role = WORKER_ROLES.find((one) => queuesOfRole(input.workflowTaskQueue, one).includes(name)) ?? null;
      const names = role === null ? [name] : queuesOfRole(input.workflowTaskQueue, role);
      const pollers = await Promise.all(names.map((one) => readPollers(client, { kind, name: one }, signal)));
      const isAsked = pollers.flat().some(({ lastAskedMs }) => input.nowMs - lastAskedMs < GONE_AFTER_MS);
      return isAsked ? null : { name, role };
    }),
  );
  return answers.filter((queue) => queue !== null);
}

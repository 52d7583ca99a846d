import type { Client, WorkflowExecutionDescription } from '@temporalio/client';
import type { HistoryEvent } from '../temporal/history-to-records.ts';
import { findIdleQueues } from './find-idle-queues.ts';
import type { LiveFacts } from './snapshot-of-history.ts';
import { findWaitingQueues, type PendingWork } from './waiting-queues.ts';

/** Returns the work that is not over, from the description of a run. */
export function toPendingWork(description: WorkflowExecutionDescription['raw']): PendingWork {
  return { activities: description.pendingActivities ?? [], workflowTask: description.pendingWorkflowTask ?? null };
}

/**
 * Returns what the service tells of a run beside its history. Queues are asked about only when something has waited in
 * them, as `nowMs` tells, and not at all when that is null.
 */
export async function readLiveFacts(
  client: Client,
  description: WorkflowExecutionDescription['raw'],
  events: readonly HistoryEvent[],
  nowMs: number | null,
  signal: AbortSignal,
): Promise<LiveFacts> {
  const pending = toPendingWork(description);
  if (nowMs === null) return { pending, idleQueues: [] };
  const waiting = findWaitingQueues(events, pending, nowMs);
  const workflowTaskQueue = events[0]?.workflowExecutionStartedEventAttributes?.taskQueue?.name ?? '';
  const idleQueues = await findIdleQueues(client, { waiting, workflowTaskQueue, nowMs }, signal);
  return { pending, idleQueues };
}

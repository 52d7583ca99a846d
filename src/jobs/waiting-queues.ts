import { tsToMs } from '@temporalio/common/lib/time.js';
import type { HistoryEvent, PendingActivity } from '../temporal/history-to-records.ts';
import type { PendingWorkflowTask } from '../temporal/history-to-stuck-task.ts';
import type { TaskQueue } from '../temporal/read-pollers.ts';

/** A worker that is there takes a step within milliseconds, one that starts within seconds. */
const WAITING_AFTER_MS = 10_000;

/** PENDING_ACTIVITY_STATE_SCHEDULED, and PENDING_WORKFLOW_TASK_STATE_SCHEDULED: nobody has taken it. */
const SCHEDULED = 1;

/** What the description of a run says of the work that is not over. */
export interface PendingWork {
  readonly activities: readonly PendingActivity[];
  readonly workflowTask: PendingWorkflowTask | null;
}

/**
 * Returns the queues in which something of a run has waited for ten seconds. Left out is a queue of which a step is
 * running: its worker is there, and busy.
 */
export function findWaitingQueues(
  events: readonly HistoryEvent[],
  { activities, workflowTask }: PendingWork,
  nowMs: number,
): readonly TaskQueue[] {
  const queueOf = new Map<string, string>();
  for (const { activityTaskScheduledEventAttributes: scheduled } of events) {
    if (scheduled?.activityId) queueOf.set(scheduled.activityId, scheduled.taskQueue?.name ?? '');
  }
  const busy = new Set<string>();
  const waiting = new Set<string>();
  for (const { activityId, paused, scheduledTime, state } of activities) {
    const queue = queueOf.get(activityId ?? '');
    if (queue === undefined || paused) continue;
    if (state !== SCHEDULED) busy.add(queue);
    else if (nowMs - tsToMs(scheduledTime) >= WAITING_AFTER_MS) waiting.add(queue);
  }
  const queues: TaskQueue[] = [...waiting]
    .filter((name) => !busy.has(name))
    .map((name) => ({ name, kind: 'activity' }));

  const workflowQueue = events[0]?.workflowExecutionStartedEventAttributes?.taskQueue?.name;
  const isTaskWaiting =
    workflowTask?.state === SCHEDULED && nowMs - tsToMs(workflowTask.scheduledTime) >= WAITING_AFTER_MS;
  if (workflowQueue && isTaskWaiting) queues.unshift({ name: workflowQueue, kind: 'workflow' });
  return queues;
}

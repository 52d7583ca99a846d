import proto, { type temporal } from '@temporalio/proto';
import type { HistoryEvent } from './history-to-records.ts';

export type PendingWorkflowTask = temporal.api.workflow.v1.IPendingWorkflowTaskInfo;

/** A workflow task that fails again and again: the run is open and does nothing. */
export interface StuckTask {
  /** Such as "NON_DETERMINISTIC_ERROR". */
  readonly cause: string;
  /** What the worker said, one line. */
  readonly message: string;
  /** Attempts begun so far. */
  readonly attempt: number;
}

/** The first two follow one another at once, and a deployment in progress may mend them; the third comes 10 s later. */
const STUCK_FROM_ATTEMPT = 3;

/** Failures that the service makes itself and that the next attempt mends (temporal.api.enums.v1.WorkflowTaskFailedCause). */
const PASSING_CAUSES: readonly string[] = [
  'UNHANDLED_COMMAND',
  'RESET_WORKFLOW',
  'RESET_STICKY_TASK_QUEUE',
  'FORCE_CLOSE_COMMAND',
  'FAILOVER_CLOSE_COMMAND',
];

/**
 * Returns the workflow task that an open run is stuck in, or null. Only the first failure of a task stands in history; how
 * often it was tried since is told by the description of the run.
 */
export function findStuckTask(
  events: readonly HistoryEvent[],
  pending: PendingWorkflowTask | null | undefined,
): StuckTask | null {
  const attempt = pending?.attempt ?? 0;
  if (attempt < STUCK_FROM_ATTEMPT) return null;
  const ended = events.findLast(
    (event) => event.workflowTaskCompletedEventAttributes || event.workflowTaskFailedEventAttributes,
  );
  const failed = ended?.workflowTaskFailedEventAttributes;
  if (!failed) return null;
  const cause = toCauseName(failed.cause ?? 0);
  if (PASSING_CAUSES.includes(cause)) return null;
  const [message = ''] = (failed.failure?.message ?? '').split('\n');
  return { cause, message, attempt };
}

function toCauseName(cause: number): string {
  const { WorkflowTaskFailedCause } = proto.temporal.api.enums.v1;
  return (WorkflowTaskFailedCause[cause] ?? `cause ${cause}`).replace('WORKFLOW_TASK_FAILED_CAUSE_', '');
}

import type { HistoryEvent } from './history-to-records.ts';
import type { RunStatus } from './run-status.ts';

/** How a run ended. Code and message are those of the failure; null where there is none. */
export interface RunOutcome {
  readonly status: Exclude<RunStatus, 'running'>;
  /** Error code such as SPEECH_FAILED, or the name of a defect's class. */
  readonly code: string | null;
  readonly message: string | null;
}

/** Returns how a run ended from its last event, or null while it is open. */
export function historyToOutcome(events: readonly HistoryEvent[]): RunOutcome | null {
  const last = events.at(-1);
  if (!last) return null;
  if (last.workflowExecutionCompletedEventAttributes || last.workflowExecutionContinuedAsNewEventAttributes)
    return { status: 'completed', code: null, message: null };
  if (last.workflowExecutionCanceledEventAttributes) return { status: 'cancelled', code: null, message: null };
  if (last.workflowExecutionTimedOutEventAttributes) return { status: 'timed-out', code: null, message: null };
  const terminated = last.workflowExecutionTerminatedEventAttributes;
  if (terminated) return { status: 'terminated', code: null, message: terminated.reason || null };
  const failed = last.workflowExecutionFailedEventAttributes;
  if (!failed) return null;
  return {
    status: 'failed',
    code: failed.failure?.applicationFailureInfo?.type || null,
    message: failed.failure?.message || null,
  };
}

import type { HistoryEvent } from './history-to-records.ts';

/**
 * Returns the event id to give to `temporal workflow reset`, so that a closed run carries on instead of ending the same way
 * again, or null for an open run and for one that never got to work. A reset keeps what was before the event and lets the
 * workflow decide anew from there: before a failed step was scheduled, before a cancel was heard, before the deck was
 * published (https://docs.temporal.io/cli/workflow#reset).
 */
export function findResetEventId(events: readonly HistoryEvent[]): number | null {
  const last = events.at(-1);
  if (!last) return null;
  if (last.workflowExecutionFailedEventAttributes) {
    return taskThatScheduled(events, failedStepOf(last)) ?? lastTaskBefore(events, Number(last.eventId));
  }
  if (last.workflowExecutionCanceledEventAttributes) {
    const request = events.find((event) => event.workflowExecutionCancelRequestedEventAttributes);
    return lastTaskBefore(events, Number(request?.eventId ?? last.eventId));
  }
  if (last.workflowExecutionCompletedEventAttributes) {
    const publish = events.findLast(
      (event) => event.activityTaskScheduledEventAttributes?.activityType?.name === 'publish',
    );
    return taskThatScheduled(events, publish ? Number(publish.eventId) : null);
  }
  if (last.workflowExecutionTerminatedEventAttributes || last.workflowExecutionTimedOutEventAttributes) {
    return lastTaskBefore(events, Number(last.eventId));
  }
  return null;
}

type Failure = NonNullable<NonNullable<HistoryEvent['workflowExecutionFailedEventAttributes']>['failure']>;

/** The Scheduled event of the step that the run died of: it stands in the chain of causes. */
function failedStepOf({ workflowExecutionFailedEventAttributes }: HistoryEvent): number | null {
  let failure: Failure | null | undefined = workflowExecutionFailedEventAttributes?.failure;
  while (failure) {
    if (failure.activityFailureInfo) return Number(failure.activityFailureInfo.scheduledEventId);
    failure = failure.cause;
  }
  return null;
}

function taskThatScheduled(events: readonly HistoryEvent[], scheduledEventId: number | null): number | null {
  const event = events.find(({ eventId }) => Number(eventId) === scheduledEventId);
  const id = event?.activityTaskScheduledEventAttributes?.workflowTaskCompletedEventId;
  return id ? Number(id) : null;
}

/** A reset takes the end of a workflow task only. */
function lastTaskBefore(events: readonly HistoryEvent[], endId: number): number | null {
  const task = events.findLast(
    ({ eventId, workflowTaskCompletedEventAttributes }) =>
      workflowTaskCompletedEventAttributes && Number(eventId) < endId,
  );
  return task ? Number(task.eventId) : null;
}

import { endsRun } from './ends-run.ts';
import type { HistoryEvent } from './history-to-records.ts';

/**
 * Returns what is wrong with the order of a history, as words to follow a colon, or null for a sound one. The SDK's core
 * does not refuse a damaged order: a thread of it ends, and the replay never does
 * (https://docs.temporal.io/encyclopedia/event-history/event-history-typescript shows the order of a sound one).
 */
export function findHistoryFault(events: readonly HistoryEvent[]): string | null {
  const workflowTasks = new Map<string, 'scheduled' | 'started'>();
  const steps = new Map<string, 'open' | 'closed'>();
  let lastCompletedTask = '';
  let hasEnded = false;
  for (const [index, event] of events.entries()) {
    const id = String(event.eventId);
    if (id !== String(index + 1)) return `event ${index + 1} is missing, there stands ${id}`;
    if (hasEnded) return `event ${id} comes after the end of the run`;

    if (event.workflowTaskScheduledEventAttributes) workflowTasks.set(id, 'scheduled');
    const taskStarted = event.workflowTaskStartedEventAttributes;
    if (taskStarted) {
      const taskId = String(taskStarted.scheduledEventId);
      if (workflowTasks.get(taskId) !== 'scheduled') return `event ${id} starts a workflow task that was not scheduled`;
      workflowTasks.set(taskId, 'started');
    }
    const taskCompleted = event.workflowTaskCompletedEventAttributes;
    if (taskCompleted) {
      const taskId = String(taskCompleted.scheduledEventId);
      if (workflowTasks.get(taskId) !== 'started') return `event ${id} completes a workflow task that was not started`;
      workflowTasks.delete(taskId);
      lastCompletedTask = id;
    }
    const commandedBy = commandOrigin(event);
    if (commandedBy !== null && commandedBy !== lastCompletedTask) {
      return `event ${id} is said to come from workflow task ${commandedBy}, but the one before it is ${lastCompletedTask || 'none'}`;
    }

    if (event.activityTaskScheduledEventAttributes) steps.set(id, 'open');
    const close = closedStep(event);
    if (event.activityTaskStartedEventAttributes || close !== null) {
      const stepId = String(event.activityTaskStartedEventAttributes?.scheduledEventId ?? close);
      if (steps.get(stepId) !== 'open') return `event ${id} belongs to a step that was not scheduled or is over`;
      if (close !== null) steps.set(stepId, 'closed');
    }
    hasEnded = endsRun(event);
  }
  return null;
}

/** The workflow task whose commands an event comes from, for the events that our workflow makes; else null. */
function commandOrigin(event: HistoryEvent): string | null {
  const { workflowTaskCompletedEventId } =
    event.activityTaskScheduledEventAttributes ??
    event.activityTaskCancelRequestedEventAttributes ??
    event.markerRecordedEventAttributes ??
    event.timerStartedEventAttributes ??
    event.workflowExecutionCompletedEventAttributes ??
    event.workflowExecutionFailedEventAttributes ??
    event.workflowExecutionCanceledEventAttributes ??
    {};
  return workflowTaskCompletedEventId ? String(workflowTaskCompletedEventId) : null;
}

function closedStep(event: HistoryEvent): string | null {
  const closed =
    event.activityTaskCompletedEventAttributes ??
    event.activityTaskFailedEventAttributes ??
    event.activityTaskTimedOutEventAttributes ??
    event.activityTaskCanceledEventAttributes;
  return closed ? String(closed.scheduledEventId) : null;
}

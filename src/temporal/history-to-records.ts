import { tsToMs } from '@temporalio/common/lib/time.js';
import type { temporal } from '@temporalio/proto';
import { z } from 'zod';
import { ACTIVITY_STAGES, type ActivityName } from '../contract/activity-stages.ts';
import { stageLabel } from '../contract/stages.ts';
import type { StepOutcome, StepRecord, StepRetry } from '../report/step-record.ts';
import { endsRun } from './ends-run.ts';
import { reasonOfFailure } from './reason-of-failure.ts';

export type HistoryEvent = temporal.api.history.v1.IHistoryEvent;
export type PendingActivity = temporal.api.workflow.v1.IPendingActivityInfo;
type Payload = temporal.api.common.v1.IPayload;

/** Turns one payload into its value; throws when it cannot. */
export type DecodePayload = (payload: Payload) => unknown;

/** What the report needs of a StepResult. */
const stepResultSchema = z.object({
  cached: z.boolean(),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
  queuedMs: z.number(),
  ranMs: z.number(),
  attempt: z.number().int(),
  usage: z
    .object({
      requests: z.number(),
      connections: z.number(),
      promptTokens: z.number(),
      answerTokens: z.number(),
    })
    .optional(),
});

/** What the report needs of the input of a step that asked a model. */
const askingInputSchema = z.object({ writer: z.object({ model: z.string() }) });

/** PENDING_ACTIVITY_STATE_STARTED, _CANCEL_REQUESTED and _PAUSE_REQUESTED of temporal.api.enums.v1: an attempt is running. */
const RUNNING_STATES: readonly number[] = [2, 3, 5];

interface ActivityEvents {
  readonly name: ActivityName;
  readonly activityId: string;
  readonly summary: string | null;
  readonly scheduledAtMs: number;
  readonly input: Payload | null;
  started: HistoryEvent | null;
  closed: HistoryEvent | null;
}

/**
 * Returns the steps of a run in the order in which they were scheduled. Activities are joined by the id of their
 * Scheduled event, since the service writes Started just before the close and dates it back; what is neither closed nor
 * started in history is looked up in `pending`. Activities that this version does not know are left out.
 */
export function historyToRecords(
  events: readonly HistoryEvent[],
  pending: readonly PendingActivity[],
  decode: DecodePayload,
): readonly StepRecord[] {
  const pendingById = new Map(pending.map((activity) => [activity.activityId ?? '', activity]));
  // A terminated run leaves its activities without an event of their own.
  const runClosed = events.find(endsRun);
  return [...groupByActivity(events, decode).values()].map((activity) => {
    if (activity.closed !== null) return toClosedRecord(activity, activity.closed, decode);
    const open = toOpenRecord(activity, pendingById.get(activity.activityId));
    return runClosed ? { ...open, endedAtMs: tsToMs(runClosed.eventTime), outcome: 'cancelled' } : open;
  });
}

function groupByActivity(events: readonly HistoryEvent[], decode: DecodePayload): Map<string, ActivityEvents> {
  const activities = new Map<string, ActivityEvents>();
  for (const event of events) {
    const scheduled = event.activityTaskScheduledEventAttributes;
    const name = scheduled?.activityType?.name;
    if (scheduled && isActivityName(name)) {
      activities.set(String(event.eventId), {
        name,
        activityId: scheduled.activityId ?? '',
        summary: decodeSummary(event, decode),
        scheduledAtMs: tsToMs(event.eventTime),
        input: scheduled.input?.payloads?.[0] ?? null,
        started: null,
        closed: null,
      });
      continue;
    }
    const started = event.activityTaskStartedEventAttributes;
    const startedOf = started && activities.get(String(started.scheduledEventId));
    if (startedOf) startedOf.started = event;
    const closed = closingAttributes(event);
    const closedOf = closed && activities.get(String(closed.scheduledEventId));
    if (closedOf) closedOf.closed = event;
  }
  return activities;
}

function closingAttributes(event: HistoryEvent) {
  return (
    event.activityTaskCompletedEventAttributes ??
    event.activityTaskFailedEventAttributes ??
    event.activityTaskTimedOutEventAttributes ??
    event.activityTaskCanceledEventAttributes ??
    null
  );
}

function toClosedRecord(activity: ActivityEvents, closed: HistoryEvent, decode: DecodePayload): StepRecord {
  const endedAtMs = tsToMs(closed.eventTime);
  const startedAtMs = activity.started ? tsToMs(activity.started.eventTime) : null;
  const { attempt, lastFailure } = activity.started?.activityTaskStartedEventAttributes ?? {};
  const payload = closed.activityTaskCompletedEventAttributes?.result?.payloads?.[0];
  const result = payload ? stepResultSchema.safeParse(decode(payload)).data : undefined;
  return {
    ...nameOf(activity),
    scheduledAtMs: activity.scheduledAtMs,
    startedAtMs,
    endedAtMs,
    // Only the worker knows the waiting of a later attempt: history has the time since the first scheduling.
    queuedMs: result?.queuedMs ?? (attempt === 1 && startedAtMs ? startedAtMs - activity.scheduledAtMs : 0),
    ranMs: result?.ranMs ?? endedAtMs - (startedAtMs ?? endedAtMs),
    attempt: attempt ?? 0,
    cached: result?.cached ?? false,
    warnings: result?.warnings ?? [],
    usage: result?.usage === undefined ? null : { ...result.usage, model: modelOf(activity, decode) },
    outcome: outcomeOf(closed),
    retry: lastFailure ? { reason: reasonOfFailure(lastFailure), waitMs: null } : null,
  };
}

function toOpenRecord(activity: ActivityEvents, pending: PendingActivity | undefined): StepRecord {
  const isRunning = RUNNING_STATES.includes(pending?.state ?? 0);
  const attempt = pending?.attempt ?? 0;
  const startedAtMs = pending?.lastStartedTime ? tsToMs(pending.lastStartedTime) : null;
  let outcome: StepOutcome = 'waiting';
  if (isRunning) outcome = 'running';
  else if (pending?.paused) outcome = 'paused';
  else if (attempt > 1) outcome = 'retrying';
  return {
    ...nameOf(activity),
    scheduledAtMs: activity.scheduledAtMs,
    startedAtMs,
    endedAtMs: null,
    queuedMs: attempt === 1 && startedAtMs ? Math.max(0, startedAtMs - activity.scheduledAtMs) : 0,
    ranMs: 0,
    // The service counts the attempt that waits as begun; here it has not.
    attempt: isRunning ? attempt : Math.max(0, attempt - 1),
    cached: false,
    warnings: [],
    usage: null,
    outcome,
    retry: pending ? retryOf(pending, isRunning) : null,
  };
}

function retryOf(pending: PendingActivity, isRunning: boolean): StepRetry | null {
  if (!pending.lastFailure) return null;
  const { lastAttemptCompleteTime: failed, nextAttemptScheduleTime: next } = pending;
  const waitMs = isRunning || !failed || !next ? null : Math.max(0, tsToMs(next) - tsToMs(failed));
  return { reason: reasonOfFailure(pending.lastFailure), waitMs };
}

function modelOf({ input }: ActivityEvents, decode: DecodePayload): string | null {
  const parsed = input === null ? undefined : askingInputSchema.safeParse(decode(input)).data;
  return parsed?.writer.model ?? null;
}

function nameOf(activity: ActivityEvents) {
  const label = activity.summary ?? stageLabel(ACTIVITY_STAGES[activity.name]);
  const slide = /· slide (\d+)$/.exec(label)?.[1];
  return {
    stage: ACTIVITY_STAGES[activity.name],
    activity: activity.name,
    label,
    slideNumber: slide === undefined ? null : Number(slide),
  };
}

function outcomeOf(closed: HistoryEvent): StepOutcome {
  if (closed.activityTaskCompletedEventAttributes) return 'completed';
  if (closed.activityTaskTimedOutEventAttributes) return 'timed-out';
  return closed.activityTaskCanceledEventAttributes ? 'cancelled' : 'failed';
}

function decodeSummary(event: HistoryEvent, decode: DecodePayload): string | null {
  const payload = event.userMetadata?.summary;
  const summary = payload ? decode(payload) : null;
  return typeof summary === 'string' ? summary : null;
}

function isActivityName(name: string | null | undefined): name is ActivityName {
  return typeof name === 'string' && Object.hasOwn(ACTIVITY_STAGES, name);
}

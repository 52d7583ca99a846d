import type { HistoryEvent } from './history-to-records.ts';

/** A step that today's workflow code schedules. */
export interface WantedStep {
  readonly activity: string;
  readonly activityId: string;
  /** Such as "8 Synthesize Audio · slide 7"; null without one. */
  readonly label: string | null;
}

/** Where history and today's workflow code part. */
export interface HistoryDifference {
  readonly eventId: number;
  /** What the history has there. */
  readonly recorded: string;
  /** What today's code wants there. */
  readonly wanted: string;
  /** What the SDK says; null when it does not notice, as in a history of a client that sets no flags. */
  readonly complaint: string | null;
}

/** What a replay found. */
export interface ReplayFindings {
  /** Null when the SDK takes the code for the one that wrote the history. */
  readonly complaint: string | null;
  /** All steps that the code scheduled, in order, up to where the replay stopped. */
  readonly wanted: readonly WantedStep[];
}

type LabelOf = (event: HistoryEvent) => string | null;

/**
 * Returns the first difference of a replay, or null when there is none. The steps themselves are compared, since the SDK
 * names at most the kind of a step; only where they agree its own words decide.
 */
export function findFirstDifference(
  events: readonly HistoryEvent[],
  { complaint: words, wanted }: ReplayFindings,
  labelOf: LabelOf,
): HistoryDifference | null {
  const scheduled = events.filter((event) => event.activityTaskScheduledEventAttributes);
  const complaint = words === null ? null : bareComplaint(words);
  for (const [index, event] of scheduled.entries()) {
    const step = wanted[index];
    if (step === undefined) break;
    const { activityId, activityType } = event.activityTaskScheduledEventAttributes ?? {};
    if (activityType?.name === step.activity && activityId === step.activityId) continue;
    return {
      eventId: Number(event.eventId),
      recorded: describeStep(activityType?.name ?? '', activityId ?? '', labelOf(event)),
      wanted: describeStep(step.activity, step.activityId, step.label),
      complaint,
    };
  }
  if (complaint === null) return null;

  const missing = scheduled[wanted.length];
  const extra = wanted[scheduled.length];
  const event = missing ?? eventNamedIn(complaint, events) ?? eventAfterSteps(events);
  const { activityId, activityType } = event?.activityTaskScheduledEventAttributes ?? {};
  return {
    eventId: Number(event?.eventId ?? events.length),
    recorded: activityType?.name
      ? describeStep(activityType.name, activityId ?? '', event ? labelOf(event) : null)
      : nameOfEvent(event),
    wanted: extra ? describeStep(extra.activity, extra.activityId, extra.label) : 'no step, or another kind of command',
    complaint,
  };
}

function describeStep(activity: string, activityId: string, label: string | null): string {
  return `${activity}, id ${activityId}${label === null ? '' : `, "${label}"`}`;
}

/** Cuts the sentence out of the debugging form of an error of the SDK's core. */
function bareComplaint(words: string): string {
  return /message: "((?:[^"\\]|\\.)*)"/.exec(words)?.[1]?.replaceAll('\\"', '"') ?? words;
}

/** Core writes the event that it could not take as "HistoryEvent(id: 5, ActivityTaskScheduled)". */
function eventNamedIn(complaint: string, events: readonly HistoryEvent[]): HistoryEvent | undefined {
  const id = /HistoryEvent\(id: (\d+)/.exec(complaint)?.[1];
  return id === undefined ? undefined : events[Number(id) - 1];
}

/** The first thing after the last step that the history has: there the code wants one more. */
function eventAfterSteps(events: readonly HistoryEvent[]): HistoryEvent | undefined {
  const index = events.findLastIndex((event) => event.activityTaskScheduledEventAttributes);
  return events[index + 1] ?? events.at(-1);
}

function nameOfEvent(event: HistoryEvent | undefined): string {
  const key = Object.entries(event ?? {}).find(([name, value]) => name.endsWith('EventAttributes') && value)?.[0];
  return key === undefined ? 'the end of the history' : key.replace(/EventAttributes$/, '');
}

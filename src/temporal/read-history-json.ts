import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { ACTIVITY_STAGES } from '../contract/activity-stages.ts';
import { InputError } from '../contract/errors.ts';
import { WORKFLOW_TYPE } from '../contract/workflow-ids.ts';
import { findHistoryFault } from './find-history-fault.ts';
import type { HistoryEvent } from './history-to-records.ts';

const EXPORT_ADVICE =
  'Export the history with `lectra temporal workflow show --workflow-id ID --output json`, or download it from the Web UI.';

/**
 * Returns the events of a history that was exported as JSON by the Temporal CLI or the Web UI, after all that could keep a
 * replay from ending is ruled out. `name` is what messages call it. Throws INPUT_INVALID for what is no whole history of
 * our workflow, or comes from a newer version of Lectra or Temporal.
 */
export function readHistoryJson(text: string, name: string): readonly HistoryEvent[] {
  const json = parseJson(text, name);
  if (!isObject(json) || !Array.isArray(json.events)) throw refuse(`${name} holds no list of events. ${EXPORT_ADVICE}`);
  if (json.events.length === 0) throw refuse(`${name} holds no event. ${EXPORT_ADVICE}`);
  const events = decode(json, name);
  const foreign = events.find((event) => !isKnownEvent(event));
  if (foreign) throw refuseForeign(name, `it does not know the kind of event ${String(foreign.eventId)}`);
  const startedAs = events[0]?.workflowExecutionStartedEventAttributes?.workflowType?.name;
  if (startedAs === undefined || startedAs === null) {
    throw refuse(`${name} does not begin with the start of a run, so it is not whole. ${EXPORT_ADVICE}`);
  }
  if (startedAs !== WORKFLOW_TYPE) {
    throw refuse(
      `${name} is a history of the workflow "${startedAs}"; only those of ${WORKFLOW_TYPE} can be replayed.`,
    );
  }
  const fault = findHistoryFault(events);
  if (fault !== null) throw refuse(`${name} is no whole history: ${fault}. ${EXPORT_ADVICE}`);
  const unknownStep = findUnknownStep(events);
  if (unknownStep !== null) {
    throw refuse(
      `${name} has the step "${unknownStep.step}" (event ${unknownStep.eventId}), which this version of Lectra does not know. Replay it with the version that wrote it, or a later one.`,
    );
  }
  return events;
}

function parseJson(text: string, name: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    return json;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw refuse(`${name} is not JSON, or cut off (${error.message}). ${EXPORT_ADVICE}`);
  }
}

function decode(json: Readonly<Record<string, unknown>>, name: string): readonly HistoryEvent[] {
  try {
    return historyFromJSON(json).events ?? [];
  } catch (error) {
    // The decoder of the SDK knows the events of its own time and throws plain errors for all others.
    if (!(error instanceof Error)) throw error;
    throw refuseForeign(name, error.message, error);
  }
}

/** The decoder leaves out what it does not know, and the SDK's core panics on the rest of such an event. */
function isKnownEvent(event: HistoryEvent): boolean {
  const hasContent = Object.entries(event).some(([key, value]) => key.endsWith('EventAttributes') && value);
  return hasContent && typeof event.eventType === 'number';
}

function refuseForeign(name: string, reason: string, cause?: unknown): InputError {
  return refuse(
    `${name} cannot be read by this version: ${reason}. It is damaged, or comes from a newer Temporal; replay it with the version of Lectra that wrote it, or a later one.`,
    cause,
  );
}

function findUnknownStep(events: readonly HistoryEvent[]): { readonly step: string; readonly eventId: string } | null {
  for (const event of events) {
    const step = event.activityTaskScheduledEventAttributes?.activityType?.name;
    if (step && !Object.hasOwn(ACTIVITY_STAGES, step)) return { step, eventId: String(event.eventId) };
  }
  return null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuse(message: string, cause?: unknown): InputError {
  return new InputError('INPUT_INVALID', message, cause === undefined ? undefined : { cause });
}

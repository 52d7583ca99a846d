import { z } from 'zod';
import type { DecodePayload, HistoryEvent } from './history-to-records.ts';

/** What history tells about a run beside its steps. Null while it is not known. */
export interface RunFacts {
  readonly project: string | null;
  readonly title: string | null;
  readonly slideCount: number | null;
  /** Whether a video was asked for. */
  readonly hasVideo: boolean;
}

const requestSchema = z.object({ project: z.string().optional(), video: z.boolean().optional() });
const prepareSchema = z.object({
  value: z.object({ plan: z.object({ project: z.string(), video: z.boolean() }) }),
});
const outlineSchema = z.object({ value: z.object({ title: z.string(), slides: z.array(z.unknown()) }) });

/** Returns name, title and size of a run from its input and from the results of its first steps. */
export function historyToFacts(events: readonly HistoryEvent[], decode: DecodePayload): RunFacts {
  let facts: RunFacts = { project: null, title: null, slideCount: null, hasVideo: true };
  const activityNames = new Map<string, string>();
  for (const event of events) {
    const input = event.workflowExecutionStartedEventAttributes?.input?.payloads?.[0];
    const request = input ? requestSchema.safeParse(decode(input)).data : undefined;
    if (request) facts = { ...facts, project: request.project ?? null, hasVideo: request.video ?? true };
    const name = event.activityTaskScheduledEventAttributes?.activityType?.name;
    if (name) activityNames.set(String(event.eventId), name);
    const completed = event.activityTaskCompletedEventAttributes;
    const payload = completed?.result?.payloads?.[0];
    if (!completed || !payload) continue;
    const of = activityNames.get(String(completed.scheduledEventId));
    if (of === 'prepareRun') {
      const plan = prepareSchema.safeParse(decode(payload)).data?.value.plan;
      if (plan) facts = { ...facts, project: plan.project, hasVideo: plan.video };
    }
    if (of === 'writeOutline') {
      const outline = outlineSchema.safeParse(decode(payload)).data;
      if (outline) facts = { ...facts, title: outline.value.title, slideCount: outline.value.slides.length };
    }
  }
  return facts;
}

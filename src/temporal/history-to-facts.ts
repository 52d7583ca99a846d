import { z } from 'zod';
import type { ArtifactRef } from '../contract/artifact-ref.ts';
import { artifactRefSchema } from '../contract/schemas/artifact-ref.ts';
import type { DecodePayload, HistoryEvent } from './history-to-records.ts';

/** What history tells about a run beside its steps. Null while it is not known. */
export interface RunFacts {
  readonly project: string | null;
  readonly title: string | null;
  readonly slideCount: number | null;
  /** Whether a video was asked for. */
  readonly hasVideo: boolean;
  /** `waiting` also while an approval is checked; a closed run keeps what it had last. */
  readonly approval: 'not-asked' | 'waiting' | 'approved';
  /** The outline that waits for approval or got it. */
  readonly outline: ArtifactRef | null;
}

const requestSchema = z.object({ project: z.string().optional(), video: z.boolean().optional() });
const prepareSchema = z.object({
  value: z.object({ plan: z.object({ project: z.string(), video: z.boolean() }) }),
});
const outlineSchema = z.object({ value: z.object({ title: z.string(), slides: z.array(z.unknown()) }) });
const NOTHING_KNOWN: RunFacts = {
  project: null,
  title: null,
  slideCount: null,
  hasVideo: true,
  approval: 'not-asked',
  outline: null,
};

/** Returns name, title, size and gate of a run from its input, from the results of its first steps and from its memo. */
export function historyToFacts(events: readonly HistoryEvent[], decode: DecodePayload): RunFacts {
  let facts = NOTHING_KNOWN;
  const activityNames = new Map<string, string>();
  for (const event of events) {
    const input = event.workflowExecutionStartedEventAttributes?.input?.payloads?.[0];
    const request = input ? requestSchema.safeParse(decode(input)).data : undefined;
    if (request) facts = { ...facts, project: request.project ?? null, hasVideo: request.video ?? true };
    const name = event.activityTaskScheduledEventAttributes?.activityType?.name;
    if (name) activityNames.set(String(event.eventId), name);
    facts = { ...facts, ...readGate(event, decode) };
    const completed = event.activityTaskCompletedEventAttributes;
    const payload = completed?.result?.payloads?.[0];
    if (!completed || !payload) continue;
    const of = activityNames.get(String(completed.scheduledEventId));
    if (of === 'prepareRun') {
      const plan = prepareSchema.safeParse(decode(payload)).data?.value.plan;
      if (plan) facts = { ...facts, project: plan.project, hasVideo: plan.video };
    }
    // A run that is carried on takes the outline that was approved before.
    if (of === 'writeOutline' || of === 'takeOutline') {
      const outline = outlineSchema.safeParse(decode(payload)).data;
      if (outline) facts = { ...facts, title: outline.value.title, slideCount: outline.value.slides.length };
    }
  }
  return facts;
}

/** What the gate wrote into the memo with one event. */
function readGate(event: HistoryEvent, decode: DecodePayload): Partial<Pick<RunFacts, 'approval' | 'outline'>> {
  const fields = event.workflowPropertiesModifiedEventAttributes?.upsertedMemo?.fields ?? {};
  const approval = fields.approval
    ? z.enum(['waiting', 'approved']).safeParse(decode(fields.approval)).data
    : undefined;
  const outline = fields.outline ? artifactRefSchema.safeParse(decode(fields.outline)).data : undefined;
  return { ...(approval === undefined ? {} : { approval }), ...(outline === undefined ? {} : { outline }) };
}

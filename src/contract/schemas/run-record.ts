import { z } from 'zod';
import type { FinishedSlide, ProducedLecture, RunIdentity } from '../activities.ts';
import type { RunChoices, RunPlan } from '../plan.ts';
import type { Warning } from '../step-result.ts';
import { artifactRefSchema } from './artifact-ref.ts';
import { requestSchema, sourceSchema } from './request.ts';

/** Rises whenever an older Lectra could no longer read a record. */
export const RUN_RECORD_FORMAT = 1;

const writerChoiceSchema = z.strictObject({
  writer: z.string(),
  model: z.string().nullable(),
  modelDigest: z.string().nullable().default(null),
  role: z.enum(['gpu', 'media']),
});

const voiceChoiceSchema = z.strictObject({
  engine: z.string(),
  voice: z.string(),
  role: z.enum(['network', 'media']),
});

const { theme, quality, captions } = requestSchema.shape;

const runPlanSchema: z.ZodType<RunPlan> = z.strictObject({
  project: z.string(),
  source: sourceSchema.nullable(),
  document: artifactRefSchema.nullable(),
  sourceName: z.string().nullable(),
  topic: z.string().nullable(),
  research: z.boolean().default(false),
  references: z
    .array(
      z.strictObject({
        title: z.string(),
        url: z.string(),
        creator: z.string(),
        licence: z.string(),
        licenceUrl: z.string(),
      }),
    )
    .default([]),
  gate: z.boolean().default(false),
  approvedOutline: artifactRefSchema.nullable().default(null),
  language: z.string(),
  slides: z.number().int(),
  minutes: z.number().int().nullable().default(null),
  audience: z.string().nullable().default(null),
  tone: z.string().nullable().default(null),
  theme: theme.unwrap(),
  ratePercent: z.number().int(),
  pitchSemitones: z.number().int(),
  images: z.number().int(),
  video: z.boolean(),
  quality: quality.unwrap(),
  captions: captions.unwrap(),
  variation: z.number().int(),
  wanted: z.strictObject({
    writer: z.string(),
    model: z.string().nullable().default(null),
    pull: z.boolean().default(false),
    speech: z.string(),
    voice: z.string().nullable(),
  }),
  embeddedWriter: writerChoiceSchema.nullable(),
  embeddedVoice: voiceChoiceSchema.nullable(),
  storeId: z.string(),
  heartbeatTimeoutMs: z.number(),
});

const runChoicesSchema: z.ZodType<RunChoices> = z.strictObject({
  writer: writerChoiceSchema,
  voice: voiceChoiceSchema,
  pictures: z.strictObject({ providers: z.array(z.string()) }),
});

const finishedSlideSchema: z.ZodType<FinishedSlide> = z.strictObject({
  id: z.string(),
  script: artifactRefSchema,
  picture: artifactRefSchema.nullable(),
  layout: artifactRefSchema,
  pagePictures: z.array(artifactRefSchema),
  narration: artifactRefSchema,
  tagged: artifactRefSchema,
  segments: artifactRefSchema,
  speech: artifactRefSchema,
  stills: artifactRefSchema.nullable(),
});

const producedLectureSchema: z.ZodType<ProducedLecture> = z.strictObject({
  title: z.string(),
  outline: artifactRefSchema,
  slides: z.array(finishedSlideSchema),
  deck: artifactRefSchema,
  narration: z.strictObject({ mp3: artifactRefSchema, aac: artifactRefSchema, totalSamples: z.number().int() }),
  timings: z.strictObject({
    timeline: artifactRefSchema,
    srt: artifactRefSchema,
    vtt: artifactRefSchema,
    pageCount: z.number().int(),
  }),
  video: artifactRefSchema.nullable(),
});

/** What a run leaves in the store about itself: it outlives Temporal's history. */
export interface RunRecord extends RunIdentity {
  readonly format: typeof RUN_RECORD_FORMAT;
  readonly plan: RunPlan;
  readonly choices: RunChoices;
  /** What the run was told before its first stage. */
  readonly warnings: readonly Warning[];
  /** Every finished step by slide id; null until the run has made its lecture. */
  readonly lecture: ProducedLecture | null;
}

/** A field that comes to the plan later gets a default here, so that earlier records stay readable. */
export const runRecordSchema: z.ZodType<RunRecord> = z.strictObject({
  format: z.literal(RUN_RECORD_FORMAT),
  workflowId: z.string(),
  firstRunId: z.string(),
  plan: runPlanSchema,
  choices: runChoicesSchema,
  warnings: z.array(z.strictObject({ code: z.string(), message: z.string() })),
  lecture: producedLectureSchema.nullable(),
});

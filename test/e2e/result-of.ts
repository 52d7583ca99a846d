import { z } from 'zod';
import type { LectraOutcome } from '../integration/cli/run-lectra.ts';

const modelUsageSchema = z.strictObject({
  requests: z.number(),
  connections: z.number(),
  prompt_tokens: z.number(),
  answer_tokens: z.number(),
  answer_tokens_per_second: z.number().nullable(),
});

const stageSchema = z.strictObject({
  number: z.number().nullable(),
  name: z.string(),
  seconds: z.number(),
  work_seconds: z.number(),
  queue_seconds: z.number(),
  activities: z.number(),
  attempts: z.number(),
  reused: z.number(),
  model_usage: modelUsageSchema.nullable(),
});

/** The result object as programs read it: every key, and no other. Paths are absolute. */
const resultSchema = z.strictObject({
  status: z.literal('ok'),
  workflow_id: z.string(),
  run_id: z.string(),
  project: z.string(),
  project_dir: z.string(),
  presentation_title: z.string(),
  slide_count: z.number(),
  page_count: z.number(),
  image_count: z.number(),
  pptx_path: z.string(),
  audio_path: z.string(),
  video_path: z.string().nullable(),
  captions_srt_path: z.string(),
  captions_vtt_path: z.string(),
  narration_path: z.string(),
  slide_timings_path: z.string(),
  report_path: z.string(),
  duration_sec: z.number(),
  language: z.string(),
  writer: z.string(),
  model: z.string().nullable(),
  speech: z.string(),
  voice: z.string(),
  warnings: z.array(z.strictObject({ code: z.string(), message: z.string() })),
  stages: z.array(stageSchema),
  total_seconds: z.number(),
});

export type Result = Readonly<z.infer<typeof resultSchema>>;

/** Returns the one JSON object on stdout. Throws with what the command said when it failed or printed anything else. */
export function resultOf({ exitCode, stderr, stdout }: LectraOutcome): Result {
  if (exitCode !== 0) throw new Error(`lectra ended with ${exitCode}:\n${stderr}${stdout}`);
  return resultSchema.parse(JSON.parse(stdout));
}

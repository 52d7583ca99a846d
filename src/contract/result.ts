import type { Warning } from './step-result.ts';

/** What was asked of a model, and how it answered. */
export interface ModelUsageRow {
  /** Requests that were answered, repairs included; those of an attempt that failed are not known. */
  readonly requests: number;
  /** Connections that had to be opened for them. */
  readonly connections: number;
  readonly prompt_tokens: number;
  readonly answer_tokens: number;
  /** Of all answers together, over the time in which a step asked; with one decimal. Null where that is too short. */
  readonly answer_tokens_per_second: number | null;
}

/** One row of the stage table. Seconds with three decimals. */
export interface StageRow {
  /** 1 to 10; null for Prepare and Publish. */
  readonly number: number | null;
  readonly name: string;
  /** Wall time from the first start to the last end; null while it runs. */
  readonly seconds: number | null;
  /** Sum of the time that activities of this stage ran. */
  readonly work_seconds: number;
  /** Sum of the time that they waited in a queue. */
  readonly queue_seconds: number;
  readonly activities: number;
  readonly attempts: number;
  /** Activities whose result was in the store. */
  readonly reused: number;
  /** Null for a stage that asked no model. */
  readonly model_usage: ModelUsageRow | null;
}

/** What a finished run gives back: in the CLI, the API and the workflow alike. Paths are absolute. */
export interface PresentationResult {
  readonly status: 'ok';
  readonly workflow_id: string;
  readonly run_id: string;
  readonly project: string;
  readonly project_dir: string;
  readonly presentation_title: string;
  readonly slide_count: number;
  readonly page_count: number;
  readonly image_count: number;
  readonly pptx_path: string;
  readonly audio_path: string;
  /** Null without video. */
  readonly video_path: string | null;
  readonly captions_srt_path: string;
  readonly captions_vtt_path: string;
  readonly narration_path: string;
  readonly slide_timings_path: string;
  readonly report_path: string;
  readonly duration_sec: number;
  readonly language: string;
  readonly writer: string;
  readonly model: string | null;
  readonly speech: string;
  readonly voice: string;
  readonly warnings: readonly Warning[];
  readonly stages: readonly StageRow[];
  readonly total_seconds: number;
}

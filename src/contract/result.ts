import type { Warning } from './step-result.ts';

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

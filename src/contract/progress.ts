import type { Stage } from './stages.ts';
import type { Warning } from './step-result.ts';

export interface StageProgress {
  readonly stage: Stage;
  /** Steps known so far; grows when the outline is there. */
  readonly total: number;
  readonly running: number;
  readonly done: number;
}

/** Answer of the `progress` query. */
export interface RunProgress {
  readonly project: string | null;
  readonly title: string | null;
  readonly slideCount: number | null;
  readonly stages: readonly StageProgress[];
  readonly warnings: readonly Warning[];
}

export const PROGRESS_QUERY = 'progress';

import type { ArtifactRef } from './artifact-ref.ts';
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
  readonly approval: Approval;
  /** The outline that waits for approval or got it; null for a run without a gate, and before its outline is there. */
  readonly outline: ArtifactRef | null;
}

/**
 * How a run stands with its gate: `not-asked` has none, `ahead` is not there yet, `checking` looks at what somebody approved.
 */
export type Approval = 'not-asked' | 'ahead' | 'waiting' | 'checking' | 'approved';

export const PROGRESS_QUERY = 'progress';

/** The update that lets a gated run go on: with an edited outline, or null for the one that waits. */
export const APPROVE_OUTLINE_UPDATE = 'approveOutline';

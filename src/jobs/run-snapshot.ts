import type { ArtifactRef } from '../contract/artifact-ref.ts';
import type { Warning } from '../contract/step-result.ts';
import type { StepRecord } from '../report/step-record.ts';
import type { RunFacts } from '../temporal/history-to-facts.ts';
import type { RunOutcome } from '../temporal/history-to-outcome.ts';
import type { StuckTask } from '../temporal/history-to-stuck-task.ts';
import type { IdleQueue } from './find-idle-queues.ts';
import type { ModelProgressNews } from './model-progress.ts';

/** All that a watcher knows of a run at one moment. */
export interface RunSnapshot extends RunFacts {
  readonly workflowId: string;
  readonly runId: string;
  readonly startedAtMs: number;
  /** Null while the run is open. */
  readonly closedAtMs: number | null;
  readonly records: readonly StepRecord[];
  readonly warnings: readonly Warning[];
  /** Null while the run is open. */
  readonly outcome: RunOutcome | null;
  /** The workflow task that an open run cannot get over; null when it can. */
  readonly stuck: StuckTask | null;
  /** Queues that steps of an open run wait in and that no worker asks. */
  readonly idleQueues: readonly IdleQueue[];
  /** How far the download or load of a model is; null while there is none. */
  readonly modelProgress: ModelProgressNews | null;
  /** Where Temporal's reset lets a closed run carry on; null while it is open. */
  readonly resetEventId: number | null;
}

/** What happens in a run, as a watcher tells it. The first event is always `run-found`, the last `run-ended` or `run-stuck`. */
export type RunEvent =
  | { readonly type: 'run-found'; readonly snapshot: RunSnapshot }
  | { readonly type: 'progress-changed'; readonly snapshot: RunSnapshot }
  | { readonly type: 'outline-ready'; readonly title: string; readonly slideCount: number }
  | {
      readonly type: 'approval-awaited';
      readonly workflowId: string;
      readonly project: string | null;
      readonly outline: ArtifactRef;
    }
  | { readonly type: 'outline-approved'; readonly title: string; readonly slideCount: number }
  | { readonly type: 'stage-ended'; readonly stage: StepRecord['stage']; readonly seconds: number }
  | { readonly type: 'warning-raised'; readonly warning: Warning }
  | { readonly type: 'model-progressed'; readonly progress: ModelProgressNews }
  | {
      readonly type: 'step-retried';
      readonly label: string;
      readonly attempt: number;
      readonly reason: string | null;
      /** Until the attempt begins; null for one that has begun or is about to. */
      readonly waitMs: number | null;
    }
  | { readonly type: 'step-paused'; readonly workflowId: string; readonly step: StepRecord }
  | { readonly type: 'queue-unattended'; readonly queue: IdleQueue }
  | { readonly type: 'news-missing'; readonly sinceMs: number }
  | { readonly type: 'news-resumed' }
  | { readonly type: 'run-stuck'; readonly snapshot: RunSnapshot }
  | { readonly type: 'run-ended'; readonly snapshot: RunSnapshot };

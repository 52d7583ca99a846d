import type { Warning } from '../contract/step-result.ts';
import type { StepRecord } from '../report/step-record.ts';
import type { RunFacts } from '../temporal/history-to-facts.ts';
import type { RunOutcome } from '../temporal/history-to-outcome.ts';

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
}

/** What happens in a run, as a watcher tells it. The first event is always `run-found`, the last `run-ended`. */
export type RunEvent =
  | { readonly type: 'run-found'; readonly snapshot: RunSnapshot }
  | { readonly type: 'progress-changed'; readonly snapshot: RunSnapshot }
  | { readonly type: 'outline-ready'; readonly title: string; readonly slideCount: number }
  | { readonly type: 'stage-ended'; readonly stage: StepRecord['stage']; readonly seconds: number }
  | { readonly type: 'warning-raised'; readonly warning: Warning }
  | { readonly type: 'step-retried'; readonly label: string; readonly attempt: number }
  | { readonly type: 'news-missing'; readonly sinceMs: number }
  | { readonly type: 'news-resumed' }
  | { readonly type: 'run-ended'; readonly snapshot: RunSnapshot };

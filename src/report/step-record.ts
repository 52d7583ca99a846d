import type { ActivityName } from '../contract/activity-stages.ts';
import type { Stage } from '../contract/stages.ts';
import type { ModelUsage, Warning } from '../contract/step-result.ts';

/** How a step stands. `waiting` is in a queue, `retrying` waits between two attempts, `paused` until somebody lets it go on. */
export type StepOutcome =
  | 'completed'
  | 'failed'
  | 'timed-out'
  | 'cancelled'
  | 'running'
  | 'retrying'
  | 'paused'
  | 'waiting';

/** What one step asked of which model. */
export interface StepUsage extends ModelUsage {
  /** Null where history does not tell. */
  readonly model: string | null;
}

/** Why and when a step was tried again. */
export interface StepRetry {
  /** Why the attempt before failed, a few words without a full stop; null where the service does not tell. */
  readonly reason: string | null;
  /** From that failure to the attempt that is waited for; null where none is. */
  readonly waitMs: number | null;
}

/** One activity of a run as history tells it. Times are the service's clock, in milliseconds since 1970. */
export interface StepRecord {
  readonly stage: Stage;
  readonly activity: ActivityName;
  /** What people see, such as "8 Synthesize Audio · slide 7". */
  readonly label: string;
  /** From 1; null for a step of the whole run. */
  readonly slideNumber: number | null;
  readonly scheduledAtMs: number;
  /** Start of the last attempt; null while none has started. */
  readonly startedAtMs: number | null;
  /** Null while it is not over. */
  readonly endedAtMs: number | null;
  /** Waiting in the task queue before the last attempt. */
  readonly queuedMs: number;
  /** How long the last attempt ran; 0 while it is not over. */
  readonly ranMs: number;
  /** Attempts begun so far; 0 while none has. */
  readonly attempt: number;
  /** True when the result was in the store. */
  readonly cached: boolean;
  readonly warnings: readonly Warning[];
  /** What its last attempt asked of a model; null for a step that asked none, or whose result was in the store. */
  readonly usage: StepUsage | null;
  readonly outcome: StepOutcome;
  /** Null where no attempt failed before. */
  readonly retry: StepRetry | null;
}

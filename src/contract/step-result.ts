/** Something that went less well than asked, told to the user in one sentence. */
export interface Warning {
  /** Constant, upper case, such as PICTURES_DRAWN. */
  readonly code: string;
  readonly message: string;
}

/** What a step asked of a model. */
export interface ModelUsage {
  /** Requests that were answered, repairs included. */
  readonly requests: number;
  /** Connections that had to be opened for them. */
  readonly connections: number;
  readonly promptTokens: number;
  readonly answerTokens: number;
}

/** What every activity returns. `value` holds references and counts, never content. */
export interface StepResult<T> {
  readonly value: T;
  /** True when the result was in the store and the step did not run. */
  readonly cached: boolean;
  readonly warnings: readonly Warning[];
  /** Absent for a step that asked no model. */
  readonly usage?: ModelUsage;
  /** Waiting in the task queue before this attempt. */
  readonly queuedMs: number;
  readonly ranMs: number;
  /** The attempt that succeeded, from 1. */
  readonly attempt: number;
}

/** Workers that poll. */
export interface RunningWorkers {
  /** Resolves when all have drained; rejects when one of them fails, after the others have drained. */
  readonly ended: Promise<void>;
  /** Lets running steps finish for at most 10 s and hands the rest back to Temporal. May be called twice. */
  readonly drain: () => void;
}

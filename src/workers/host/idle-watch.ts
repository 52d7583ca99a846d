/** What is looked at from time to time. */
export interface IdleFacts {
  readonly clients: number;
  /** Connections that have ever held the host. */
  readonly clientsSoFar: number;
  /** Null while the service does not answer: then nobody knows, and the host stays. */
  readonly openRuns: number | null;
  /** True after `lectra up`. */
  readonly isKept: boolean;
}

export interface IdleRules {
  /** How long the host stays on without a client or an open run. */
  readonly idleMs: number;
  /** How long it waits for its very first client. */
  readonly firstClientMs: number;
  readonly startMs: number;
}

/** Returns a function that takes the facts at each look and says whether the host should end. */
export function createIdleWatch({ idleMs, firstClientMs, startMs }: IdleRules) {
  let idleSinceMs: number | null = null;
  return (facts: IdleFacts, nowMs: number): boolean => {
    const isBusy = facts.isKept || facts.clients > 0 || facts.openRuns !== 0;
    const mayStillCome = facts.clientsSoFar === 0 && nowMs - startMs < firstClientMs;
    if (isBusy || mayStillCome) {
      idleSinceMs = null;
      return false;
    }
    // Two looks at least: a run that was started a moment ago may not be listed yet.
    if (idleSinceMs === null) {
      idleSinceMs = nowMs;
      return false;
    }
    return nowMs - idleSinceMs >= idleMs;
  };
}

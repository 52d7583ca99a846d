import { setTimeout as wait, setImmediate as yieldOnce } from 'node:timers/promises';

/** The time of a stand-in service. */
export interface ServiceClock {
  /** Milliseconds since 1970, never going back. */
  readonly nowMs: () => number;
  /** Waits; rejects with an `AbortError` when the signal aborts. Zero and less still lets waiting events through. */
  readonly sleep: (durationMs: number, signal: AbortSignal) => Promise<void>;
}

/** The time of this machine. */
export const REAL_CLOCK: ServiceClock = {
  nowMs: () => performance.timeOrigin + performance.now(),
  sleep: async (durationMs, signal) => {
    if (durationMs > 0) await wait(durationMs, undefined, { signal });
    else await yieldOnce(undefined, { signal });
  },
};

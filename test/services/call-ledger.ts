/** How a call ended. `cut`: the client closed the connection first. */
export type CallOutcome = 'answered' | 'faulted' | 'cut';

/** One request that a stand-in service received. */
export interface LedgerEntry {
  /** The stand-in, such as `ollama`. */
  readonly service: string;
  /** What was asked of it, such as `chat`. */
  readonly operation: string;
  /** Label of the request; equal for equal requests. */
  readonly about: string;
  /** Arrival, in milliseconds of the ledger's clock. */
  readonly startedAtMs: number;
  /** End in milliseconds of the same clock, `null` while the call is open. */
  readonly endedAtMs: number | null;
  /** How it ended, `null` while the call is open. */
  readonly outcome: CallOutcome | null;
  /** Kind of the fault that was played, `null` when none was. */
  readonly fault: string | null;
}

/** An open call. */
export interface LedgerCall {
  /** Closes the call; only the first end of a call counts. */
  readonly end: (outcome: CallOutcome, fault?: string | null) => void;
}

/** What a stand-in says when a call arrives. */
export type CallStart = Pick<LedgerEntry, 'service' | 'operation' | 'about'>;

/** The calls of all stand-ins of one test, in the order of their arrival. */
export interface CallLedger {
  readonly begin: (start: CallStart) => LedgerCall;
  /** A copy of all entries. */
  readonly entries: () => readonly LedgerEntry[];
  /** A copy of the entries that have no end yet. */
  readonly inFlight: () => readonly LedgerEntry[];
  /**
   * Waits until the entries fulfil the condition: at once, or after the change that makes it true.
   *
   * @throws the reason of `signal` when it aborts first
   */
  readonly until: (condition: (entries: readonly LedgerEntry[]) => boolean, signal?: AbortSignal) => Promise<void>;
}

/** Creates an empty ledger. `nowMs` is its clock. */
export function createCallLedger(nowMs: () => number = Date.now): CallLedger {
  const entries: LedgerEntry[] = [];
  const watchers = new Set<() => void>();
  const tell = () => {
    for (const watch of [...watchers]) watch();
  };
  return {
    begin: (start) => {
      const index = entries.length;
      const open: LedgerEntry = { ...start, startedAtMs: nowMs(), endedAtMs: null, outcome: null, fault: null };
      entries.push(open);
      tell();
      return {
        end: (outcome, fault = null) => {
          if (entries[index] !== open) return;
          entries[index] = { ...open, endedAtMs: nowMs(), outcome, fault };
          tell();
        },
      };
    },
    entries: () => [...entries],
    inFlight: () => entries.filter((entry) => entry.outcome === null),
    until: (condition, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const settle = () => {
          watchers.delete(watch);
          signal?.removeEventListener('abort', abort);
        };
        const abort = () => {
          settle();
          reject(signal?.reason);
        };
        const watch = () => {
          if (!condition(entries)) return;
          settle();
          resolve();
        };
        watchers.add(watch);
        signal?.addEventListener('abort', abort);
        watch();
      }),
  };
}

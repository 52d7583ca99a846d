import type { LedgerEntry } from '../services/call-ledger.ts';

/** A finished call of a lecture, in milliseconds of the server's clock. */
export interface TimedCall {
  readonly startedAtMs: number;
  readonly endedAtMs: number;
}

/** The calls of one lecture as its model server saw them. */
export interface LectureCalls {
  readonly outline: readonly TimedCall[];
  readonly scripts: readonly TimedCall[];
  readonly tags: readonly TimedCall[];
}

/** Sorts answered calls by what they ask for, which their label in the ledger tells. */
export function readCalls(entries: readonly LedgerEntry[]): LectureCalls {
  const callsWith = (field: string) =>
    entries.flatMap(({ about, endedAtMs, operation, outcome, startedAtMs }) => {
      const fields = about.split(' ').at(-1)?.split(',') ?? [];
      const isWanted = operation === 'chat' && outcome === 'answered' && fields.includes(field);
      return isWanted && endedAtMs !== null ? [{ startedAtMs, endedAtMs }] : [];
    });
  return { outline: callsWith('slides'), scripts: callsWith('narration'), tags: callsWith('tags') };
}

/** From the end of the outline until all scripts are at the server. */
export function fanOutMs({ outline, scripts }: LectureCalls): number {
  return Math.max(...scripts.map((call) => call.startedAtMs)) - Math.max(...outline.map((call) => call.endedAtMs));
}

/** From the first call of the outline to the end of the last tags. */
export function writingMs({ outline, tags }: LectureCalls): number {
  return Math.max(...tags.map((call) => call.endedAtMs)) - Math.min(...outline.map((call) => call.startedAtMs));
}

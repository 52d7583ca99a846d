import type { LedgerLine } from './step-ledger.ts';

/** One process that was killed, and what that may cost. */
export interface KillRecord {
  /** Processes whose steps in progress may be lost; null: those of all. */
  readonly workerPids: readonly number[] | null;
  /** Steps that one such kill can cost at most; null: all that were in progress. */
  readonly mostSteps: number | null;
  /** Ledger lines when it was killed, and when what was killed was there again. */
  readonly fromLine: number;
  readonly toLine: number;
  /** What the store had after the kill. */
  readonly storedKeys: ReadonlySet<string>;
}

export interface CrashFacts {
  readonly lines: readonly LedgerLine[];
  readonly kills: readonly KillRecord[];
  /** Why the run gave no result; null when it did. */
  readonly failure: string | null;
  /** Files that are missing, too many or of other bytes than those of an undisturbed run. */
  readonly differingFiles: readonly string[];
  /** What else went wrong, a sentence each. */
  readonly troubles: readonly string[];
}

export interface Verdict {
  /** Steps that ran although their result was in the store before. */
  readonly finishedRepeats: readonly string[];
  /** Runs of a step beyond its first, where no result was there yet, for a kill. */
  readonly unfinishedRepeats: number;
  /** The same, but given to another worker because the machine was too busy for heartbeats. */
  readonly starvedRepeats: number;
  /** Steps in progress at the kills. */
  readonly inFlight: number;
  /** Repeats of steps that no kill interrupted. */
  readonly unexplainedRepeats: readonly string[];
  readonly findings: readonly string[];
}

/** Says whether a disturbed run lost anything. No findings: nothing was lost, and nothing was done again that need not be. */
export function judgeRun({ differingFiles, failure, kills, lines, troubles }: CrashFacts): Verdict {
  const interrupted = kills.map((kill) => listInterrupted(kill, lines));
  const allowed = countAll(interrupted.flatMap((keys) => [...keys]));
  const inFlight = kills.reduce(
    (sum, { mostSteps }, index) => sum + Math.min(interrupted[index]?.size ?? 0, mostSteps ?? Number.POSITIVE_INFINITY),
    0,
  );
  const finishedRepeats: string[] = [];
  const repeats: { readonly key: string; readonly index: number }[] = [];
  for (const [index, { event, key }] of lines.entries()) {
    if (event !== 'began') continue;
    const before = lines.slice(0, index).filter((line) => line.key === key);
    const wasStored = kills.some(({ fromLine, storedKeys }) => fromLine <= index && storedKeys.has(key));
    if (wasStored || before.some((line) => line.event === 'stored')) finishedRepeats.push(key);
    else if (before.some((line) => line.event === 'began')) repeats.push({ key, index });
  }
  const unexplained: typeof repeats = [];
  for (const repeat of repeats) {
    const left = allowed.get(repeat.key) ?? 0;
    if (left > 0) allowed.set(repeat.key, left - 1);
    else unexplained.push(repeat);
  }
  const unexplainedRepeats = unexplained.filter((repeat) => !wasStarved(repeat, lines)).map(({ key }) => key);
  const starvedRepeats = unexplained.length - unexplainedRepeats.length;
  const unfinishedRepeats = repeats.length - starvedRepeats;
  const findings = [
    ...(failure === null ? [] : [`not finished: ${failure}`]),
    ...finishedRepeats.map((key) => `finished step repeated: ${key}`),
    ...unexplainedRepeats.map((key) => `repeated without a kill: ${key}`),
    ...(unfinishedRepeats > inFlight ? [`${unfinishedRepeats} steps repeated of ${inFlight} in progress`] : []),
    ...differingFiles.map((name) => `differs: ${name}`),
    ...troubles,
  ];
  return { finishedRepeats, unfinishedRepeats, starvedRepeats, inFlight, unexplainedRepeats, findings };
}

/** Steps that the killed processes had begun, and nobody had stored. */
function listInterrupted(kill: KillRecord, lines: readonly LedgerLine[]): Set<string> {
  const { fromLine, storedKeys, toLine, workerPids } = kill;
  const written = lines.slice(0, fromLine).flatMap(({ event, key }) => (event === 'stored' ? [key] : []));
  const stored = new Set([...written, ...storedKeys]);
  return new Set(
    lines
      .slice(0, toLine)
      .filter(({ event, key, pid }) => event === 'began' && !stored.has(key) && (workerPids?.includes(pid) ?? true))
      .map(({ key }) => key),
  );
}

/** Whether a process was starved between the last two runs of a step. It can say so only once it runs again. */
function wasStarved({ index, key }: { readonly key: string; readonly index: number }, lines: readonly LedgerLine[]) {
  const before = lines.slice(0, index).findLast((line) => line.event === 'began' && line.key === key);
  const fromMs = before?.atMs ?? Number.POSITIVE_INFINITY;
  const toMs = lines[index]?.atMs ?? Number.NEGATIVE_INFINITY;
  return lines.some(({ atMs, event, sinceMs }) => event === 'starved' && sinceMs < toMs && atMs > fromMs);
}

function countAll(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

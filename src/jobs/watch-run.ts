import { setTimeout as setTimer } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { diffSnapshots } from './diff-snapshots.ts';
import { followRun } from './follow-run.ts';
import type { RunEvent, RunSnapshot } from './run-snapshot.ts';
import type { StartedRun } from './start-run.ts';

const LOOK_EVERY_MS = 500;
/** LOOK, states of a run: from then on people are told that nothing is heard. */
const NEWS_MISSING_AFTER_MS = 12_000;

/** What watching needs of the outside. */
export interface WatchRunDeps {
  /** Gives the client; called again whenever the service was lost, so that it can be started anew. */
  readonly connect: (signal: AbortSignal) => Promise<Client>;
  /** Milliseconds since 1970: deadlines of calls are made of it. */
  readonly nowMs: () => number;
  /** Default: a timer that the signal ends. */
  readonly sleep?: (durationMs: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Tells what happens in a run, from its first step to its end: `run-found` first, `run-ended` last, or `run-stuck` for one
 * that no longer gets anywhere. Outlives a service that goes away and comes back, and says `news-missing` after 12 s
 * without any. Needs no worker.
 * Throws the reason of `signal`, and the client's WorkflowNotFoundError for a run that the service does not know.
 */
export async function* watchRun(
  run: StartedRun,
  deps: WatchRunDeps,
  signal: AbortSignal,
): AsyncGenerator<RunEvent, void, void> {
  const sleep = deps.sleep ?? ((durationMs, until) => setTimer(durationMs, undefined, { signal: until }));
  const leaving = new AbortController();
  const until = AbortSignal.any([signal, leaving.signal]);
  const inbox = createInbox();
  const following = followRun(run, { ...deps, sleep }, inbox.put, until).finally(inbox.close);
  // The reason comes out of `await following` below; without a listener from the start it would end the process.
  following.catch(() => undefined);

  const pause = async () => {
    try {
      await sleep(LOOK_EVERY_MS, until);
    } catch (error) {
      // A timer is ended with an error of its own; who left wants the reason that was given.
      signal.throwIfAborted();
      throw error;
    }
  };

  let before: RunSnapshot | null = null;
  let newsAtMs = deps.nowMs();
  let isNewsMissing = false;
  const toldStages = new Set<string>();
  try {
    while (!inbox.isClosed() || inbox.isFull()) {
      await Promise.race([inbox.nextChange(), pause()]);
      const after = inbox.take();
      if (after === null) {
        if (isNewsMissing || deps.nowMs() - newsAtMs < NEWS_MISSING_AFTER_MS) continue;
        isNewsMissing = true;
        yield { type: 'news-missing', sinceMs: newsAtMs };
        continue;
      }
      newsAtMs = deps.nowMs();
      if (isNewsMissing) yield { type: 'news-resumed' };
      isNewsMissing = false;
      yield { type: before === null ? 'run-found' : 'progress-changed', snapshot: after };
      for (const event of diffSnapshots(before, after)) {
        // A stage that is made again, as when the voice changes, is told once.
        if (event.type === 'stage-ended' && toldStages.has(event.stage)) continue;
        if (event.type === 'stage-ended') toldStages.add(event.stage);
        yield event;
      }
      before = after;
      if (after.outcome !== null) {
        yield { type: 'run-ended', snapshot: after };
        return;
      }
      if (after.stuck !== null) {
        yield { type: 'run-stuck', snapshot: after };
        return;
      }
    }
    await following;
  } finally {
    leaving.abort(signal.reason);
    await Promise.allSettled([following]);
  }
}

/** Holds the newest look: a slow reader skips what is old already. */
function createInbox() {
  let newest: RunSnapshot | null = null;
  let closed = false;
  let change = Promise.withResolvers<void>();
  const announce = () => {
    change.resolve();
    change = Promise.withResolvers<void>();
  };
  return {
    put: (snapshot: RunSnapshot) => {
      newest = snapshot;
      announce();
    },
    close: () => {
      closed = true;
      announce();
    },
    take: () => {
      const taken = newest;
      newest = null;
      return taken;
    },
    isFull: () => newest !== null,
    isClosed: () => closed,
    nextChange: () => (newest !== null || closed ? Promise.resolve() : change.promise),
  };
}

import type { Client } from '@temporalio/client';
import { tsToMs } from '@temporalio/common/lib/time.js';
import { createHistoryReader, type HistoryReader } from './history-reader.ts';
import { isServiceAway } from './is-service-away.ts';
import { readLiveFacts, toPendingWork } from './read-live-facts.ts';
import type { RunSnapshot } from './run-snapshot.ts';
import { type LiveFacts, snapshotOfHistory } from './snapshot-of-history.ts';
import type { StartedRun } from './start-run.ts';

const DESCRIBE_EVERY_MS = 500;
/** Something has waited for ten seconds before its queue is asked about at all. */
const ASK_QUEUES_EVERY_MS = 5_000;
const DESCRIBE_WITHIN_MS = 5_000;
const FIRST_BACKOFF_MS = 250;
const LONGEST_BACKOFF_MS = 5_000;

/** What following needs of the outside. */
export interface FollowRunDeps {
  /** Gives the client; called again whenever the service was lost, so that it can be started anew. */
  readonly connect: (signal: AbortSignal) => Promise<Client>;
  /** Milliseconds since 1970: deadlines of calls are made of it. */
  readonly nowMs: () => number;
  readonly sleep: (durationMs: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Hands every fresh look at a run to `tell` until the run is closed: history by long poll, running steps by a description
 * twice a second. While the service is away it connects again, with growing pauses up to 5 s.
 */
export async function followRun(
  run: StartedRun,
  deps: FollowRunDeps,
  tell: (snapshot: RunSnapshot) => void,
  signal: AbortSignal,
): Promise<void> {
  const reader = createHistoryReader(run);
  let backoffMs = FIRST_BACKOFF_MS;
  for (;;) {
    try {
      const client = await deps.connect(signal);
      const tellAndCalm = (snapshot: RunSnapshot) => {
        backoffMs = FIRST_BACKOFF_MS;
        tell(snapshot);
      };
      await followUntilClosed({ client, run, reader, deps, tell: tellAndCalm }, signal);
      return;
    } catch (error) {
      signal.throwIfAborted();
      if (!isServiceAway(error)) throw error;
    }
    reader.restart();
    await deps.sleep(backoffMs, signal);
    backoffMs = Math.min(LONGEST_BACKOFF_MS, backoffMs * 2);
  }
}

interface Following {
  readonly client: Client;
  readonly run: StartedRun;
  readonly reader: HistoryReader;
  readonly deps: FollowRunDeps;
  readonly tell: (snapshot: RunSnapshot) => void;
}

async function followUntilClosed(following: Following, signal: AbortSignal): Promise<void> {
  const { client, deps, reader, run, tell } = following;
  const closed = new AbortController();
  const until = AbortSignal.any([signal, closed.signal]);
  let live: LiveFacts = { pending: { activities: [], workflowTask: null }, idleQueues: [] };
  let askedQueuesAtMs = Number.NEGATIVE_INFINITY;
  const look = () => {
    const startedAtMs = tsToMs(reader.events()[0]?.eventTime);
    const snapshot = snapshotOfHistory(client, run, startedAtMs, reader.events(), live);
    tell(snapshot);
    return snapshot;
  };

  const readHistory = async () => {
    for (;;) {
      await reader.readOn(client, deps.nowMs(), until);
      if (reader.events().length > 0 && look().outcome !== null) return;
    }
  };
  const describePending = async () => {
    for (;;) {
      const description = await describe(following, until);
      const nowMs = deps.nowMs();
      const asksQueues = nowMs - askedQueuesAtMs >= ASK_QUEUES_EVERY_MS;
      if (asksQueues) askedQueuesAtMs = nowMs;
      live = asksQueues
        ? await readLiveFacts(client, description, reader.events(), nowMs, until)
        : { ...live, pending: toPendingWork(description) };
      if (reader.events().length > 0) look();
      await deps.sleep(DESCRIBE_EVERY_MS, until);
    }
  };
  const failures: unknown[] = [];
  const endsBoth = async (loop: () => Promise<void>) => {
    try {
      await loop();
    } catch (error) {
      // What the other loop ends with is only the echo of the first.
      if (!closed.signal.aborted) failures.push(error);
    } finally {
      closed.abort();
    }
  };
  await Promise.all([endsBoth(readHistory), endsBoth(describePending)]);
  if (failures.length > 0) throw failures[0];
}

async function describe({ client, deps, run }: Following, signal: AbortSignal) {
  const description = await client.connection.withDeadline(deps.nowMs() + DESCRIBE_WITHIN_MS, () =>
    client.connection.withAbortSignal(signal, () => client.workflow.getHandle(run.workflowId, run.runId).describe()),
  );
  return description.raw;
}

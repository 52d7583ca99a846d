import { setTimeout as sleep } from 'node:timers/promises';
import { cancelRun } from '../jobs/cancel-run.ts';
import { isServiceAway } from '../jobs/is-service-away.ts';
import type { RunSnapshot } from '../jobs/run-snapshot.ts';
import type { StartedRun } from '../jobs/start-run.ts';
import type { HeldClient } from './held-client.ts';
import { watchToEnd } from './watch-to-end.ts';
import type { SessionParts } from './with-session.ts';

const CANCEL_AGAIN_AFTER_MS = 1_000;

/**
 * Watches a run to its end. The first Ctrl-C cancels it and keeps watching until it is closed; the second one leaves,
 * with the reason of `forceSignal`, and the run ends its cancelling by itself.
 */
export async function watchCancellable(run: StartedRun, parts: SessionParts): Promise<RunSnapshot> {
  const { context, display } = parts;
  const leaving = new AbortController();
  const until = AbortSignal.any([context.forceSignal, leaving.signal]);
  const cancelling = onceAborted(context.signal, until, async () => {
    display.say('Cancelling; what is finished is kept.');
    display.hint('Ctrl-C again leaves at once; the run then ends by itself.');
    await cancelUntilHeard(run, parts.held, until);
  });
  try {
    return await watchToEnd(run, parts, context.forceSignal);
  } finally {
    leaving.abort();
    await cancelling;
  }
}

/** A service that is away right now gets the request when it is back; the watcher opens the session anew. */
async function cancelUntilHeard(run: StartedRun, held: HeldClient, signal: AbortSignal): Promise<void> {
  for (;;) {
    try {
      return await cancelRun(held.session().client, run, signal);
    } catch (error) {
      if (signal.aborted) return;
      if (!isServiceAway(error)) throw error;
    }
    await sleep(CANCEL_AGAIN_AFTER_MS);
  }
}

/** Runs `action` when `signal` aborts before `until` does. */
async function onceAborted(signal: AbortSignal, until: AbortSignal, action: () => Promise<void>): Promise<void> {
  await new Promise<void>((resolve) => {
    if (signal.aborted || until.aborted) return resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
    until.addEventListener('abort', () => resolve(), { once: true });
  });
  if (signal.aborted && !until.aborted) await action();
}

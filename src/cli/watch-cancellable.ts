import type { RunSnapshot } from '../jobs/run-snapshot.ts';
import type { StartedRun } from '../jobs/start-run.ts';
import { cancelUntilHeard } from './cancel-until-heard.ts';
import { CommandLeft } from './command-left.ts';
import { watchToEnd } from './watch-to-end.ts';
import type { SessionParts } from './with-session.ts';

/**
 * Watches a run to its end. The first Ctrl-C cancels it and keeps watching until it is closed; the second one leaves with
 * CommandLeft, and the run ends its cancelling by itself.
 */
export async function watchCancellable(run: StartedRun, parts: SessionParts): Promise<RunSnapshot> {
  const { context, display, held } = parts;
  const closed = new AbortController();
  const until = AbortSignal.any([context.forceSignal, closed.signal]);
  const cancelling = onceAborted(context.signal, until, async () => {
    display.say('Cancelling; what is finished is kept.');
    display.hint('Ctrl-C again leaves at once; the run then ends by itself.');
    return cancelUntilHeard(run, held, until);
  });
  return watchUnlessLeft(run, parts, { signal: context.forceSignal, cancelling, closed });
}

/** Cancels a run and watches it until it is closed. Ctrl-C leaves with CommandLeft. */
export async function cancelAndWatch(run: StartedRun, parts: SessionParts): Promise<RunSnapshot> {
  const { context, held } = parts;
  const closed = new AbortController();
  const cancelling = cancelUntilHeard(run, held, AbortSignal.any([context.signal, closed.signal]));
  return watchUnlessLeft(run, parts, { signal: context.signal, cancelling, closed });
}

interface Cancelling {
  /** Who aborts it leaves the command. */
  readonly signal: AbortSignal;
  /** Whether the service has heard of the cancel. */
  readonly cancelling: Promise<boolean>;
  /** Aborted when there is nothing left to cancel. */
  readonly closed: AbortController;
}

async function watchUnlessLeft(run: StartedRun, parts: SessionParts, { signal, cancelling, closed }: Cancelling) {
  // It may fail long before the watcher ends, which fails for the same reason.
  cancelling.catch(() => undefined);
  try {
    return await watchToEnd(run, parts, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new CommandLeft(run, await cancelling);
  } finally {
    closed.abort();
    await cancelling;
  }
}

/** Runs `action` when `signal` aborts before `until` does; false when it did not. */
async function onceAborted(signal: AbortSignal, until: AbortSignal, action: () => Promise<boolean>): Promise<boolean> {
  await new Promise<void>((resolve) => {
    if (signal.aborted || until.aborted) return resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
    until.addEventListener('abort', () => resolve(), { once: true });
  });
  return signal.aborted && !until.aborted ? action() : false;
}

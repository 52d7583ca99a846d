import { setTimeout as sleep } from 'node:timers/promises';
import { cancelRun } from '../jobs/cancel-run.ts';
import { isServiceAway } from '../jobs/is-service-away.ts';
import type { StartedRun } from '../jobs/start-run.ts';
import type { HeldClient } from './held-client.ts';

const CANCEL_AGAIN_AFTER_MS = 1_000;

/**
 * Asks a run to end, again and again while the service is away: the watcher beside it opens the session anew. Returns
 * true when the service has heard it, and false when `signal` aborts before.
 */
export async function cancelUntilHeard(run: StartedRun, held: HeldClient, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    try {
      await cancelRun(held.session().client, run, signal);
      return true;
    } catch (error) {
      if (!signal.aborted && !isServiceAway(error)) throw error;
    }
    await sleep(CANCEL_AGAIN_AFTER_MS, undefined, { signal }).catch(() => undefined);
  }
  return false;
}

import type { EmbeddedService } from '../../temporal/start-embedded-service.ts';

/** A service that ends again and again has a reason that starting it does not mend; one a day has not. */
const MAX_RESTARTS = 3;
const RESTART_WINDOW_MS = 600_000;

/** The embedded service, started again when it ends by itself. */
export interface SupervisedService {
  readonly target: EmbeddedService['target'];
  /** Rejects when the service cannot be kept running; resolves after `stop`. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * `start` gets the ports to use again, since workers and clients come back to the address that they know. `nowMs` is a
 * clock that never goes back.
 */
export async function superviseService(
  start: (ports: { port: number; uiPort: number } | null, stopping: AbortSignal) => Promise<EmbeddedService>,
  onNotice: (message: string) => void,
  nowMs: () => number = () => performance.now(),
): Promise<SupervisedService> {
  const stopping = new AbortController();
  const first = await start(null, stopping.signal);
  let current = first;
  let isStopping = false;

  const watch = async () => {
    for (let restartsMs: readonly number[] = []; ; ) {
      await current.ended;
      if (isStopping) return;
      restartsMs = [...restartsMs.filter((ms) => nowMs() - ms < RESTART_WINDOW_MS), nowMs()];
      if (restartsMs.length > MAX_RESTARTS) {
        throw new Error(`The embedded Temporal service ended ${restartsMs.length} times within ten minutes.`);
      }
      onNotice(`The embedded Temporal service ended; starting it again (${restartsMs.length} of ${MAX_RESTARTS}).`);
      current = await start(first, stopping.signal);
      if (isStopping) return current.stop();
      if (current.port !== first.port) {
        await current.stop();
        throw new Error(`Port ${first.port} was taken by another program while the Temporal service was away.`);
      }
    }
  };
  const ended = watch();
  const stop = async () => {
    isStopping = true;
    // A start anew may wait long for a server that cannot come, such as one whose folder is gone.
    stopping.abort();
    await current.stop();
    await ended.catch(() => undefined);
  };
  return { target: first.target, ended, stop };
}

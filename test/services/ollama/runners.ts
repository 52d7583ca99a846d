import type { ServiceClock } from '../service-clock.ts';
import { OllamaRefusal } from './ollama-refusal.ts';
import { createSlots, type Slots } from './slots.ts';

/** A loaded model in use. */
export interface RunnerLease {
  /** Time that this request spent on loading, in milliseconds. */
  readonly loadMs: number;
  readonly slots: Slots;
  readonly release: () => void;
}

/** How a request wants its model. */
export interface RunnerWish {
  /** Name with tag. */
  readonly model: string;
  /** Another key than that of the loaded model loads it anew. */
  readonly key: string;
  readonly slotCount: number;
  /** Context of each slot, as `GET /api/ps` shows it. */
  readonly contextTokens: number;
  /** How long the model stays after its last request. */
  readonly keepAliveMs: number;
}

/** A model in memory. */
export interface LoadedModel {
  readonly model: string;
  readonly contextTokens: number;
  /** `Infinity` when it stays for ever. */
  readonly expiresAtMs: number;
}

/** The models in memory, and the queue of requests that wait for one. */
export interface Runners {
  /**
   * Loads the model when it is not there, or there with another key. Requests are scheduled one by one, so those behind a
   * load wait for it. A request whose signal aborts gives up its place; one that loads gives up the load with it.
   *
   * @throws OllamaRefusal with status 503 when too many requests wait
   */
  readonly open: (wish: RunnerWish, signal: AbortSignal) => Promise<RunnerLease>;
  /** Drops the model from memory once no request uses it. */
  readonly unload: (model: string) => void;
  readonly loaded: () => readonly LoadedModel[];
}

interface Runner {
  readonly wish: RunnerWish;
  readonly slots: Slots;
  leases: number;
  expiresAtMs: number;
  whenIdle: () => void;
}

/** Creates an empty memory. `maxQueue` requests may wait for the scheduler. */
export function createRunners(clock: ServiceClock, loadMs: number, maxQueue: number): Runners {
  const runners = new Map<string, Runner>();
  let last = Promise.resolve();
  let waiting = 0;

  const live = (model: string): Runner | null => {
    const runner = runners.get(model);
    if (runner === undefined) return null;
    if (runner.leases > 0 || runner.expiresAtMs > clock.nowMs()) return runner;
    runners.delete(model);
    return null;
  };

  const lease = (runner: Runner, spentMs: number, keepAliveMs: number): RunnerLease => {
    runner.leases += 1;
    let isHeld = true;
    return {
      loadMs: spentMs,
      slots: runner.slots,
      release: () => {
        if (!isHeld) return;
        isHeld = false;
        runner.leases -= 1;
        runner.expiresAtMs = clock.nowMs() + keepAliveMs;
        if (runner.leases === 0) runner.whenIdle();
      },
    };
  };

  const schedule = async (wish: RunnerWish, signal: AbortSignal): Promise<RunnerLease> => {
    const present = live(wish.model);
    if (present?.wish.key === wish.key) return lease(present, 0, wish.keepAliveMs);
    const startMs = clock.nowMs();
    if (present !== null && present.leases > 0) {
      await abortable(new Promise<void>((resolve) => (present.whenIdle = resolve)), signal);
    }
    runners.delete(wish.model);
    await clock.sleep(loadMs, signal);
    const slots = createSlots(wish.slotCount);
    const runner = { wish, slots, leases: 0, expiresAtMs: 0, whenIdle: () => undefined };
    runners.set(wish.model, runner);
    return lease(runner, clock.nowMs() - startMs, wish.keepAliveMs);
  };

  return {
    open: async (wish, signal) => {
      if (waiting >= maxQueue) {
        throw new OllamaRefusal(503, 'server busy, please try again.  maximum pending requests exceeded');
      }
      const turn = last;
      const { promise: mine, resolve: done } = Promise.withResolvers<void>();
      last = turn.then(() => mine);
      waiting += 1;
      try {
        await abortable(turn, signal).finally(() => (waiting -= 1));
        return await schedule(wish, signal);
      } finally {
        done();
      }
    },
    unload: (model) => {
      const runner = live(model);
      if (runner === null) return;
      runner.expiresAtMs = 0;
      live(model);
    },
    loaded: () =>
      [...runners.keys()].flatMap((name) => {
        const runner = live(name);
        if (runner === null) return [];
        const { model, contextTokens } = runner.wish;
        return [{ model, contextTokens, expiresAtMs: runner.expiresAtMs }];
      }),
  };
}

async function abortable(promise: Promise<void>, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const { promise: left, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    await Promise.race([promise, left]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

import { once } from 'node:events';
import { createServer, get, type Server } from 'node:http';
import { activityInfo } from '@temporalio/activity';
import type { ActivityName } from '../../../src/contract/activity-stages.ts';

/** How a step is kept at work. */
export type HoldKind =
  /** It waits for an answer from the network that never comes, as its capability would. */
  | 'call'
  /** Its ffmpeg never ends. */
  | 'ffmpeg'
  /** It computes, or waits for a slow disk: nothing in it hears a signal, and it ends by itself after a moment. */
  | 'busy';

/** Keeps the steps of one activity at work until they are cancelled. */
export interface HeldStep extends AsyncDisposable {
  /** Holds this activity from now on; the promise settles when a step of it is at work. */
  readonly hold: (activity: ActivityName, kind: HoldKind) => Promise<void>;
  /** Called by what a step uses: waits in the held activity, on a socket that only `signal` ends. */
  readonly call: (activity: ActivityName, signal: AbortSignal) => Promise<void>;
  /** Whether the step that asks must not be reused, since it is held. Waits until `release` in a busy one. */
  readonly isHeldNow: () => Promise<boolean>;
  /** To be called by who notices that ffmpeg was started. */
  readonly enter: () => void;
  readonly release: () => void;
  /** Sockets that steps keep open to the outside. */
  readonly countSockets: () => Promise<number>;
}

/** Creates a held step that holds nothing yet. */
export async function createHeldStep(): Promise<HeldStep> {
  // Never answers.
  const server = createServer(() => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = urlOf(server);
  let held: { readonly activity: ActivityName; readonly kind: HoldKind } | null = null;
  let entered = Promise.withResolvers<void>();
  let released = Promise.withResolvers<void>();
  return {
    hold: (activity, kind) => {
      held = { activity, kind };
      entered = Promise.withResolvers();
      released = Promise.withResolvers();
      return entered.promise;
    },
    call: async (activity, signal) => {
      if (held?.activity !== activity) return;
      // A connection of its own: a pool keeps sockets open that nobody waits on.
      const request = get(url, { agent: false, signal });
      const ended = once(request, 'close');
      request.on('error', () => undefined);
      entered.resolve();
      await ended;
      signal.throwIfAborted();
    },
    isHeldNow: async () => {
      if (held?.activity !== activityInfo().activityType) return false;
      if (held.kind === 'busy') {
        entered.resolve();
        await released.promise;
      }
      return true;
    },
    enter: () => entered.resolve(),
    release: () => released.resolve(),
    countSockets: () =>
      new Promise((resolve, reject) => {
        server.getConnections((error, count) => (error === null ? resolve(count) : reject(error)));
      }),
    [Symbol.asyncDispose]: async () => {
      released.resolve();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function urlOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('The server has no port.');
  return `http://127.0.0.1:${address.port}/`;
}

import type { Client } from '@temporalio/client';
import type { ClientSession } from './cli-context.ts';

/** A session that is opened anew when the service was lost. Released with the command. */
export interface HeldClient extends AsyncDisposable {
  readonly session: () => ClientSession;
  /** Gives the client at first; from the second call on it opens a new session, which starts a host that is gone. */
  readonly connect: (signal: AbortSignal) => Promise<Client>;
}

/** Holds a session until it is disposed. Its `connect` throws what `reopen` throws. */
export function holdSession(first: ClientSession, reopen: (signal: AbortSignal) => Promise<ClientSession>): HeldClient {
  let session = first;
  let isFresh = true;
  return {
    session: () => session,
    connect: async (signal) => {
      if (isFresh) {
        isFresh = false;
        return session.client;
      }
      await session.release();
      session = await reopen(signal);
      return session.client;
    },
    [Symbol.asyncDispose]: () => session.release(),
  };
}

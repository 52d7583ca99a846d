import type { Client } from '@temporalio/client';
import type { CliContext, ClientSession } from './cli-context.ts';

/** A session that is opened anew when the service was lost. Released with the command. */
export interface HeldClient extends AsyncDisposable {
  readonly session: () => ClientSession;
  /** Gives the client at first; from the second call on it opens a new session, which starts a host that is gone. */
  readonly connect: (signal: AbortSignal) => Promise<Client>;
}

/** Opens a session and holds it until it is disposed. Throws what `openClient` throws. */
export async function holdClient(
  context: CliContext,
  say: (message: string) => void,
  signal: AbortSignal,
): Promise<HeldClient> {
  let session = await context.openClient(say, signal);
  let isFresh = true;
  return {
    session: () => session,
    connect: async (until) => {
      if (isFresh) {
        isFresh = false;
        return session.client;
      }
      await session.release();
      session = await context.openClient(say, until);
      return session.client;
    },
    [Symbol.asyncDispose]: () => session.release(),
  };
}

import type { TemporalConnection } from '../temporal/connect.ts';
import type { ClientSession } from './cli-context.ts';

/** Returns a session over a connection; its release disposes of `owned`, once, however often it is asked. */
export function toSession(
  connection: TemporalConnection,
  taskQueue: string,
  owned: AsyncDisposableStack,
): ClientSession {
  const { address, client, namespace, uiUrl } = connection;
  return { client, address, namespace, taskQueue, uiUrl, release: () => owned.disposeAsync() };
}

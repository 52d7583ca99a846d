import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

const reset = new WeakSet<ServerResponse>();

/** Resets the connection, so that the client sees neither an end nor an answer. */
export async function resetConnection(response: ServerResponse): Promise<void> {
  // A reset throws away what the client has not read, so the lines that were sent get a moment to arrive.
  if (response.headersSent) await wait(20);
  if (response.socket === null) return;
  reset.add(response);
  response.socket.resetAndDestroy();
}

/** Whether this side reset the connection of the response. */
export function wasReset(response: ServerResponse): boolean {
  return reset.has(response);
}

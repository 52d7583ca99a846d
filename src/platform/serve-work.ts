import { parentPort } from 'node:worker_threads';
import { InputError } from '../contract/errors.ts';

/**
 * Makes the program of a `WorkThread` of a function. An InputError goes back as a refusal, since a class does not survive
 * the way; anything else that is thrown ends the thread and reaches the caller with its stack.
 */
export function serveWork(work: (input: unknown) => Promise<unknown>): void {
  const port = parentPort;
  if (port === null) throw new TypeError('This program runs in a thread of Lectra only.');
  port.on('message', async (input: unknown) => {
    try {
      port.postMessage({ kind: 'done', value: await work(input) });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      port.postMessage({ kind: 'refused', code: error.code, message: error.message });
    }
  });
}

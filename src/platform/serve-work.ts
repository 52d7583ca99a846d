import { parentPort } from 'node:worker_threads';
import { answerWork } from './work-answer.ts';

/**
 * Makes the program of a `WorkThread` of a function. An InputError goes back as a refusal; anything else that is thrown
 * ends the thread and reaches the caller with its stack.
 */
export function serveWork(work: (input: unknown) => Promise<unknown>): void {
  const port = parentPort;
  if (port === null) throw new TypeError('This program runs in a thread of Lectra only.');
  port.on('message', async (input: unknown) => port.postMessage(await answerWork(() => work(input))));
}

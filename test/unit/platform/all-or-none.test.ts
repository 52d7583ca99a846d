import { expect, it } from 'vitest';
import { allOrNone } from '../../../src/platform/all-or-none.ts';

/** Goes on until it is ended, and tells that it was. */
const endless = (ended: string[]) => (signal: AbortSignal) =>
  new Promise<string>((_, reject) => {
    signal.addEventListener('abort', () => {
      ended.push('ended');
      reject(signal.reason);
    });
  });

it('returns the results in the order of the calls', async () => {
  const never = new AbortController().signal;
  await expect(allOrNone([async () => 1, async () => 2], never)).resolves.toEqual([1, 2]);
});

it('ends the other calls before it throws the error of one, so that none goes on unheard', async () => {
  const failure = new Error('one failed');
  const ended: string[] = [];
  const calls = [endless(ended), () => Promise.reject(failure), endless(ended)];
  await expect(allOrNone(calls, new AbortController().signal)).rejects.toBe(failure);
  expect(ended).toEqual(['ended', 'ended']);
});

it('throws the very reason of an abort', async () => {
  const controller = new AbortController();
  const running = allOrNone([endless([])], controller.signal);
  const reason = new Error('enough');
  controller.abort(reason);
  await expect(running).rejects.toBe(reason);
});

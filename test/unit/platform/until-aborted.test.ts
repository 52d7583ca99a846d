import { getEventListeners } from 'node:events';
import { expect, it } from 'vitest';
import { untilAborted } from '../../../src/platform/until-aborted.ts';

it('gives what the work gives, or throws what it throws, and leaves nothing on a signal that lives longer', async () => {
  const { signal } = new AbortController();
  const broken = new Error('broken');
  expect(await untilAborted(signal, Promise.resolve(7))).toBe(7);
  await expect(untilAborted(signal, Promise.reject(broken))).rejects.toBe(broken);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

it('rejects with the very reason of an abort, before and in mid-work, though the work never ends', async () => {
  const reason = new Error('cancelled');
  const never = new Promise<never>(() => undefined);
  await expect(untilAborted(AbortSignal.abort(reason), never)).rejects.toBe(reason);
  const controller = new AbortController();
  const waiting = untilAborted(controller.signal, never);
  controller.abort(reason);
  await expect(waiting).rejects.toBe(reason);
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InputError } from '../../../src/contract/errors.ts';
import { WorkThread } from '../../../src/platform/work-thread.ts';

const NEVER = new AbortController().signal;

describe('a thread for long computations', () => {
  let thread: WorkThread;

  beforeEach(() => {
    thread = new WorkThread(new URL('./counting-thread.ts', import.meta.url));
  });
  afterEach(() => thread[Symbol.asyncDispose]());

  it('stays between two pieces of work, with what its program remembers', async () => {
    expect([await thread.run('count', NEVER), await thread.run('count', NEVER)]).toEqual([1, 2]);
  });

  it('does one piece after the other in the order asked for', async () => {
    expect(await Promise.all(['count', 'count', 'count'].map((work) => thread.run(work, NEVER)))).toEqual([1, 2, 3]);
  });

  it('ends in mid-computation on an abort, with the very reason, and works on in a new thread', async () => {
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const hanging = thread.run('hang', controller.signal);
    const next = thread.run('count', NEVER);
    setImmediate(() => controller.abort(reason));
    await expect(hanging).rejects.toBe(reason);
    expect(await next).toBe(1);
  });

  it('lets a piece that still waits go at once without disturbing the one at work', async () => {
    const atWork = new AbortController();
    const hanging = thread.run('hang', atWork.signal);
    const controller = new AbortController();
    const waiting = thread.run('count', controller.signal);
    const reason = new Error('cancelled');
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    const last = thread.run('count', NEVER);
    atWork.abort();
    await expect(hanging).rejects.toThrow(atWork.signal.reason);
    expect(await last).toBe(1);
  });

  it('gives a refusal of the user’s input back as one, and works on in the same thread', async () => {
    expect(await thread.run('count', NEVER)).toBe(1);
    const refusal = await thread.run('refuse', NEVER).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(InputError);
    expect(refusal).toMatchObject({ code: 'INPUT_INVALID', message: 'There is nothing to count.' });
    expect(await thread.run('count', NEVER)).toBe(2);
  });

  it('gives a defect of the program back with its stack, and works on in a new thread', async () => {
    const defect = await thread.run('break', NEVER).catch((error: unknown) => error);
    expect(defect).toMatchObject({ name: 'TypeError', message: 'A defect of the program.' });
    expect(defect).toHaveProperty('stack', expect.stringContaining('counting-thread.ts'));
    expect(await thread.run('count', NEVER)).toBe(1);
  });
});

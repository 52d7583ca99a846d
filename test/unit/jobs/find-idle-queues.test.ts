import type { Client } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { describe, expect, it } from 'vitest';
import { findIdleQueues } from '../../../src/jobs/find-idle-queues.ts';

const NOW_MS = 600_000;
const { signal } = new AbortController();

/** A service whose queues were last asked at these times, in milliseconds. */
function serviceWith(lastAskedMs: Readonly<Record<string, number>>): Client {
  return {
    options: { namespace: 'default' },
    connection: { withAbortSignal: (_signal: AbortSignal, call: () => Promise<unknown>) => call() },
    workflowService: {
      describeTaskQueue: async ({ taskQueue: { name } }: { readonly taskQueue: { readonly name: string } }) => {
        const at = lastAskedMs[name];
        return { pollers: at === undefined ? [] : [{ identity: 'worker', lastAccessTime: msToTs(at) }] };
      },
    },
    // The part of a client that is asked.
  } as unknown as Client;
}

const idleOf = (name: string, lastAskedMs: Readonly<Record<string, number>>) =>
  findIdleQueues(
    serviceWith(lastAskedMs),
    { waiting: [{ name, kind: 'activity' }], workflowTaskQueue: 'lectra', nowMs: NOW_MS },
    signal,
  );

describe('findIdleQueues', () => {
  it('names a queue with the role to start when nobody has asked it for longer than a worker waits', async () => {
    expect(await idleOf('lectra-gpu', {})).toEqual([{ name: 'lectra-gpu', role: 'gpu' }]);
    expect(await idleOf('lectra-gpu', { 'lectra-gpu': NOW_MS - 75_000 })).toHaveLength(1);
    expect(await idleOf('lectra-gpu', { 'lectra-gpu': NOW_MS - 74_000 })).toEqual([]);
  });

  it('takes a worker that still asks for probes for a busy one, since full hands ask for no more steps', async () => {
    expect(await idleOf('lectra-gpu', { 'lectra-gpu': 0, 'lectra-gpu-probe': NOW_MS })).toEqual([]);
    expect(await idleOf('lectra-gpu', { 'lectra-network-probe': NOW_MS })).toHaveLength(1);
  });

  it('names the role of a queue of probes too', async () => {
    expect(await idleOf('lectra-network-probe', {})).toEqual([{ name: 'lectra-network-probe', role: 'network' }]);
  });

  it('knows no role of a queue that is none of ours', async () => {
    expect(await idleOf('billing', {})).toEqual([{ name: 'billing', role: null }]);
  });
});

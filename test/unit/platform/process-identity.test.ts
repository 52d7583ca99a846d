import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { endProcess } from '../../../src/platform/end-process.ts';
import { identifyProcess, isProcessRunning } from '../../../src/platform/process-identity.ts';

const { signal } = new AbortController();

it('knows a running process, and that it has ended', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  const identity = await identifyProcess(child.pid ?? 0);
  if (identity === null) throw new Error('not found');
  expect(await isProcessRunning(identity)).toBe(true);
  const exit = once(child, 'exit');
  await endProcess(identity, 5_000, signal);
  await exit;
  expect(await isProcessRunning(identity)).toBe(false);
});

it('kills a process that ignores the request to end', async () => {
  const code = 'process.on("SIGTERM", () => {}); console.log("on"); setInterval(() => {}, 1000)';
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'ignore'] });
  await once(child.stdout, 'data');
  const identity = await identifyProcess(child.pid ?? 0);
  if (identity === null) throw new Error('not found');
  const exit = once(child, 'exit');
  await endProcess(identity, 200, signal);
  expect((await exit)[1]).toBe('SIGKILL');
});

it('does not take a later process with the same number for the earlier one', async () => {
  const own = await identifyProcess(process.pid);
  expect(own).not.toBeNull();
  expect(await isProcessRunning({ pid: process.pid, start: 'another time' })).toBe(false);
});

it.runIf(process.platform === 'linux')(
  'tells a process of an earlier boot from one with its number and its ticks',
  async () => {
    const own = await identifyProcess(process.pid);
    const [boot, ticks] = own?.start.split('/') ?? [];
    expect(boot).toMatch(/^[0-9a-f-]{36}$/);
    expect(ticks).toMatch(/^\d+$/);
    expect(await isProcessRunning({ pid: process.pid, start: `00000000-0000-4000-8000-000000000000/${ticks}` })).toBe(
      false,
    );
  },
);

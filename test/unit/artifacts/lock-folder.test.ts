import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lockFolder } from '../../../src/artifacts/output-folder/lock-folder.ts';

const NEVER = new AbortController().signal;
let outputFolder: string;

beforeEach(async () => {
  outputFolder = await mkdtemp(join(tmpdir(), 'lectra-lock-'));
});

afterEach(async () => {
  vi.useRealTimers();
  await rm(outputFolder, { recursive: true, force: true });
});

test('says that its turn is lost, instead of ending the process from a timer', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const turn = await lockFolder(outputFolder, 'tides', NEVER);
  // As another publisher does, who thinks that this one is gone.
  await rm(join(outputFolder, '.tides.lock'), { recursive: true });
  const lost = once(turn.lost, 'abort');
  await vi.advanceTimersByTimeAsync(10_000);
  await lost;
  expect(turn.lost.reason).toMatchObject({
    code: 'STEP_TIMED_OUT',
    message: expect.stringContaining(`Writing "${join(outputFolder, 'tides')}" stood still for so long`),
  });
  await turn.end();
});

test('gives its turn to the next one', async () => {
  const first = await lockFolder(outputFolder, 'tides', NEVER);
  await first.end();
  const second = await lockFolder(outputFolder, 'tides', NEVER);
  expect(second.lost.aborted).toBe(false);
  await second.end();
});

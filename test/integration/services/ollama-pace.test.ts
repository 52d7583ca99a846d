import { expect, test } from 'vitest';
import { createDecodePace } from '../../services/ollama/decode-pace.ts';
import { createRunners } from '../../services/ollama/runners.ts';
import type { ServiceClock } from '../../services/service-clock.ts';
import { SPEED_PROFILES } from '../../services/speed-profile.ts';

const NEVER = new AbortController().signal;

/** A clock that stands still while anything works and jumps to the next wake when all sleep. */
function createJumpingClock(): ServiceClock {
  let nowMs = 0;
  const sleepers: { readonly dueMs: number; readonly wake: () => void }[] = [];
  const jump = () => {
    sleepers.sort((one, other) => one.dueMs - other.dueMs);
    const next = sleepers.shift();
    if (next === undefined) return;
    nowMs = Math.max(nowMs, next.dueMs);
    next.wake();
  };
  return {
    nowMs: () => nowMs,
    sleep: (durationMs) =>
      new Promise((wake) => {
        sleepers.push({ dueMs: nowMs + durationMs, wake });
        setImmediate(jump);
      }),
  };
}

async function timeMs(streams: number, tokens: number): Promise<number> {
  const clock = createJumpingClock();
  const pace = createDecodePace(SPEED_PROFILES.gpu.ollama, clock);
  const counts = await Promise.all(
    Array.from({ length: streams }, async () =>
      (await Array.fromAsync(pace.write(tokens, NEVER))).reduce((a, b) => a + b),
    ),
  );
  expect(counts).toEqual(Array.from({ length: streams }, () => tokens));
  return clock.nowMs();
}

test.each([
  { streams: 1, perSecond: 150 },
  { streams: 2, perSecond: 150 },
  { streams: 5, perSecond: 150 },
  { streams: 8, perSecond: 100 },
  { streams: 10, perSecond: 80 },
])('On the GPU profile each of $streams streams gets $perSecond tokens a second', async ({ streams, perSecond }) => {
  const ms = await timeMs(streams, 600);
  expect(ms / ((600 / perSecond) * 1_000)).toBeCloseTo(1, 1);
});

test('A model stays for its keep_alive after the last request, which counts from the end of it', async () => {
  const clock = createJumpingClock();
  const runners = createRunners(clock, 2_500, 512);
  const wish = { model: 'm', key: 'k', slotCount: 1, contextTokens: 8, keepAliveMs: 60_000 };
  const lease = await runners.open(wish, NEVER);
  expect(lease.loadMs).toBe(2_500);
  await clock.sleep(300_000, NEVER);
  expect(runners.loaded()).toHaveLength(1);
  lease.release();
  await clock.sleep(59_000, NEVER);
  expect((await runners.open({ ...wish, keepAliveMs: 1_000 }, NEVER)).loadMs).toBe(0);
  expect(runners.loaded()).toHaveLength(1);
  const other = await runners.open({ ...wish, model: 'other', keepAliveMs: 1_000 }, NEVER);
  other.release();
  await clock.sleep(2_000, NEVER);
  expect(runners.loaded().map(({ model }) => model)).toEqual(['m']);
  expect((await runners.open({ ...wish, model: 'other' }, NEVER)).loadMs).toBe(2_500);
});

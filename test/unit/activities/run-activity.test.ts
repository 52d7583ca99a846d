import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defineActivity, type StepDefinition } from '../../../src/activities/run-activity.ts';
import type { ArtifactStore } from '../../../src/artifacts/artifact-store.ts';
import { openArtifactStore } from '../../../src/artifacts/open-artifact-store.ts';
import { InputError, ProviderError } from '../../../src/contract/errors.ts';
import type { StepResult } from '../../../src/contract/step-result.ts';

let folder = '';
let store: ArtifactStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectra-activity-'));
  store = await openArtifactStore({ folder });
});

afterEach(() => rm(folder, { recursive: true, force: true }));

function step(run: StepDefinition<{ n: number }, number>['run'], keyed = true): StepDefinition<{ n: number }, number> {
  return { name: 'double', ingredients: keyed ? ({ n }) => ({ n }) : null, run };
}

test('runs a step once for the same ingredients and says that the second answer was reused', async () => {
  let runs = 0;
  const double = defineActivity(
    store,
    step(async ({ n }) => {
      runs += 1;
      return { value: n * 2 };
    }),
  );
  const environment = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') });
  const ask = (n: number) =>
    environment.run<[{ n: number }, string], StepResult<number>, typeof double>(double, { n }, store.id);
  const first = await ask(2);
  const second = await ask(2);
  const third = await ask(3);
  expect([first.value, second.value, third.value]).toEqual([4, 4, 6]);
  expect([first.cached, second.cached, third.cached]).toEqual([false, true, false]);
  expect(runs).toBe(2);
});

test('tells warnings of a reused result again, since they still hold', async () => {
  const warnings = [{ code: 'SHORTENED', message: 'A title was shortened.' }];
  const double = defineActivity(
    store,
    step(async ({ n }) => ({ value: n, warnings })),
  );
  const environment = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') });
  await environment.run(double, { n: 1 }, store.id);
  expect(await environment.run(double, { n: 1 }, store.id)).toMatchObject({ cached: true, warnings });
});

test('uses a degraded result but never keeps it', async () => {
  let runs = 0;
  const double = defineActivity(
    store,
    step(async ({ n }) => {
      runs += 1;
      return { value: n, keep: false };
    }),
  );
  const environment = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') });
  await environment.run(double, { n: 1 }, store.id);
  await environment.run(double, { n: 1 }, store.id);
  expect(runs).toBe(2);
});

test('tells what a step asked of a model, and nothing for a reused result, which asked nothing', async () => {
  const usage = { requests: 2, connections: 1, promptTokens: 900, answerTokens: 300 };
  const double = defineActivity(
    store,
    step(async ({ n }) => ({ value: n, usage })),
  );
  const environment = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') });
  expect(await environment.run(double, { n: 1 }, store.id)).toMatchObject({ cached: false, usage });
  expect(await environment.run(double, { n: 1 }, store.id)).not.toHaveProperty('usage');
});

test('runs a step without ingredients each time', async () => {
  let runs = 0;
  const always = defineActivity(
    store,
    step(async ({ n }) => {
      runs += 1;
      return { value: n };
    }, false),
  );
  const environment = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') });
  await environment.run(always, { n: 1 }, store.id);
  await environment.run(always, { n: 1 }, store.id);
  expect(runs).toBe(2);
});

test('refuses a run that lives in another store, and names both', async () => {
  const double = defineActivity(
    store,
    step(async ({ n }) => ({ value: n })),
  );
  const failure = await new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') })
    .run(double, { n: 1 }, 'other-store')
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ApplicationFailure);
  expect(failure).toMatchObject({ type: 'STORE_MISMATCH', nonRetryable: true });
  expect(String(failure)).toContain('other-store');
  expect(String(failure)).toContain(store.id);
});

test('beats while it runs, so that a cancel can reach it', async () => {
  const environment = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') });
  const beats: unknown[] = [];
  const twoBeats = Promise.withResolvers<void>();
  environment.on('heartbeat', (details: unknown) => {
    beats.push(details);
    if (beats.length === 3) twoBeats.resolve();
  });
  const slow = defineActivity(
    store,
    step(async ({ n }, { report }) => {
      report({ done: 1 });
      await twoBeats.promise;
      return { value: n };
    }),
  );
  await environment.run(slow, { n: 1 }, store.id);
  expect(beats.slice(0, 3)).toEqual([null, { done: 1 }, { done: 1 }]);
});

test('a cancel comes back as the very failure of Temporal, whatever the step throws when its signal fires', async () => {
  const environment = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') });
  const waiting = defineActivity(
    store,
    step(
      (_, { signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(new Error('socket closed')));
          environment.cancel();
        }),
    ),
  );
  await expect(environment.run(waiting, { n: 1 }, store.id)).rejects.toBeInstanceOf(CancelledFailure);
});

test('converts an error of the five families by the table of codes', async () => {
  const environment = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') });
  const failWith = (error: Error) =>
    environment
      .run(
        defineActivity(
          store,
          step(() => Promise.reject(error)),
        ),
        { n: 1 },
        store.id,
      )
      .catch((failure: unknown) => failure);
  expect(await failWith(new InputError('INPUT_INVALID', 'no'))).toMatchObject({
    type: 'INPUT_INVALID',
    nonRetryable: true,
    message: 'no',
  });
  const busy = new ProviderError('SPEECH_FAILED', 'busy', { provider: 'espeak', retryAfterMs: 1_500 });
  expect(await failWith(busy)).toMatchObject({ type: 'SPEECH_FAILED', nonRetryable: false, nextRetryDelay: 1_500 });
});

import type { WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ProviderError } from '../../../src/contract/errors.ts';
import { cancelRun } from '../../../src/jobs/cancel-run.ts';
import { describeRun } from '../../../src/jobs/describe-run.ts';
import { listRuns } from '../../../src/jobs/list-runs.ts';
import { readResult } from '../../../src/jobs/read-result.ts';
import type { RunEvent } from '../../../src/jobs/run-snapshot.ts';
import { startRun } from '../../../src/jobs/start-run.ts';
import { type WatchRunDeps, watchRun } from '../../../src/jobs/watch-run.ts';
import { readStepRecords } from '../../../src/temporal/read-step-records.ts';
import { cliNote, findTestCli } from '../temporal/find-test-cli.ts';
import { createFakeActivities, untilCancelled } from '../workflows/fake-activities.ts';
import { WorkflowRig } from '../workflows/workflow-rig.ts';

const cli = await findTestCli();
const { signal } = new AbortController();

describe.skipIf(cli === null)(`the client side of a run${cliNote(cli)}`, () => {
  let rig: WorkflowRig;

  beforeAll(async () => {
    rig = await WorkflowRig.start(cli?.path ?? '');
  });
  afterAll(() => rig[Symbol.asyncDispose]());

  const deps = (): WatchRunDeps => ({ connect: async () => rig.environment.client, nowMs: Date.now });
  const runOf = async (handle: Pick<WorkflowHandle, 'describe' | 'workflowId'>) => ({
    workflowId: handle.workflowId,
    runId: (await handle.describe()).runId,
  });
  const all = (run: { readonly workflowId: string; readonly runId: string }, own: WatchRunDeps = deps()) =>
    Array.fromAsync(watchRun(run, own, signal));

  test('tells a run from its first step to its end, each stage once', async () => {
    const { activities } = createFakeActivities({
      interfere: (call, callNumber) => {
        if (call.name !== 'writeSlide' || call.about !== 's2' || callNumber > 1) return undefined;
        throw ApplicationFailure.retryable('The writer stumbled.', 'RENDER_FAILED');
      },
    });
    const events = await rig.run({ activities }, async (handle) => all(await runOf(handle)));
    expect(events[0]).toMatchObject({ type: 'run-found' });
    expect(events.at(-1)).toMatchObject({ type: 'run-ended', snapshot: { outcome: { status: 'completed' } } });
    expect(events.filter((event) => event.type === 'outline-ready')).toEqual([
      { type: 'outline-ready', title: 'The tides', slideCount: 3 },
    ]);
    expect(events.filter((event) => event.type === 'step-retried')).toEqual([
      {
        type: 'step-retried',
        label: '2 Generate Script · slide 2',
        attempt: 2,
        reason: 'The writer stumbled',
        waitMs: null,
      },
    ]);
    const ended = events.flatMap((event) => (event.type === 'stage-ended' ? [event.stage] : []));
    expect(new Set(ended).size).toBe(ended.length);
    expect(ended).toEqual(
      expect.arrayContaining(['prepare', 'outline', 'script', 'pptx', 'speech', 'video', 'publish']),
    );
  });

  test('tells a closed run from history alone, with no worker alive', async () => {
    const { activities } = createFakeActivities();
    const run = await rig.run({ activities }, async (handle) => {
      await handle.result();
      return await runOf(handle);
    });
    const { client } = rig.environment;
    expect((await all(run)).at(-1)?.type).toBe('run-ended');
    const snapshot = await describeRun(client, run.workflowId, signal);
    expect(snapshot).toMatchObject({ project: 'tides', title: 'The tides', slideCount: 3 });
    // Temporal writes its list of runs a moment after the history that it is made of.
    const listed = async () => (await listRuns(client, 50, signal)).find(({ run_id }) => run_id === run.runId);
    await expect
      .poll(listed)
      .toMatchObject({ status: 'completed', project: 'tides', title: 'The tides', slide_count: 3 });
    const steps = await readStepRecords(client, run.workflowId, run.runId);
    expect(steps.status).toBe('completed');
    const spoken = steps.records.filter(({ activity }) => activity === 'speakSlide');
    expect(spoken.map(({ slideNumber }) => slideNumber).sort()).toEqual([1, 2, 3]);
    expect(steps.records.every(({ endedAtMs }) => endedAtMs !== null)).toBe(true);
  });

  test('gives the final stage times with the result, those of publish too', async () => {
    const { activities } = createFakeActivities();
    const result = await rig.run({ activities }, async (handle) => {
      await handle.result();
      return readResult(rig.environment.client, await runOf(handle), signal);
    });
    const publish = result.stages.at(-1);
    expect(publish).toMatchObject({ name: 'Publish', activities: 1, attempts: 1 });
    expect(publish?.seconds).toBeTypeOf('number');
    expect(result.total_seconds).toBeGreaterThan(0);
  });

  test('keeps asking a service that is away, says so after 12 s, and carries on', async () => {
    const { activities } = createFakeActivities();
    let clockOffsetMs = 0;
    let refusals = 0;
    const away: WatchRunDeps = {
      nowMs: () => Date.now() + clockOffsetMs,
      connect: async () => {
        if (refusals === 3) return rig.environment.client;
        refusals += 1;
        clockOffsetMs += 7_000;
        throw new ProviderError('SERVICE_UNAVAILABLE', 'Nobody answers.', { provider: 'temporal' });
      },
    };
    const events = await rig.run({ activities }, async (handle) => all(await runOf(handle), away));
    const types = events.map(({ type }): RunEvent['type'] => type);
    expect(types.slice(0, 3)).toEqual(['news-missing', 'news-resumed', 'run-found']);
    expect(types.at(-1)).toBe('run-ended');
  });

  test('stops with the reason of its signal and leaves the run alone', async () => {
    const { activities } = createFakeActivities({
      interfere: (call) => (call.name === 'writeOutline' ? untilCancelled() : undefined),
    });
    const leaving = new AbortController();
    await rig.run({ activities }, async (handle) => {
      const watching = Array.fromAsync(watchRun(await runOf(handle), deps(), leaving.signal), (event) => {
        if (event.type === 'run-found') leaving.abort(new Error('left'));
      });
      await expect(watching).rejects.toThrow('left');
      expect((await handle.describe()).status.name).toBe('RUNNING');
      await cancelRun(rig.environment.client, await runOf(handle), signal);
      const events = await all(await runOf(handle));
      expect(events.at(-1)).toMatchObject({ type: 'run-ended', snapshot: { outcome: { status: 'cancelled' } } });
    });
  });

  test('tells why a run failed: code and sentence', async () => {
    const { activities } = createFakeActivities({
      interfere: (call) => {
        if (call.name !== 'writeOutline') return undefined;
        throw ApplicationFailure.nonRetryable('The document has too little prose.', 'DOCUMENT_TOO_THIN');
      },
    });
    const events = await rig.run({ activities }, async (handle) => all(await runOf(handle)));
    expect(events.at(-1)).toMatchObject({
      snapshot: {
        outcome: {
          status: 'failed',
          code: 'DOCUMENT_TOO_THIN',
          message: expect.stringContaining('The document has too little prose.'),
        },
      },
    });
  });

  test('starts one open run a project, which is found by its project while no worker is there', async () => {
    const { client } = rig.environment;
    const input = { client, taskQueue: 'nobody', request: { project: 'only-one', topic: 'Tides' } };
    const run = await startRun(input, signal);
    expect(run.workflowId).toBe('lectra-only-one');
    await expect(startRun(input, signal)).rejects.toMatchObject({
      code: 'RUN_EXISTS',
      message: expect.stringMatching(/lectra attach only-one.*lectra cancel only-one.*--project/),
    });
    expect(await describeRun(client, 'only-one', signal)).toMatchObject({ ...run, outcome: null, records: [] });
    await client.workflow.getHandle(run.workflowId).terminate('enough');
    expect((await describeRun(client, 'only-one', signal)).outcome).toMatchObject({ status: 'terminated' });
    await expect(describeRun(client, 'never-seen', signal)).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' });
  });
});

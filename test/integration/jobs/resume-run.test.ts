import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApplicationFailure } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArtifactStore } from '../../../src/artifacts/artifact-store.ts';
import { openArtifactStore } from '../../../src/artifacts/open-artifact-store.ts';
import { keepRunRecord } from '../../../src/artifacts/run-records.ts';
import type { Activities, RunIdentity } from '../../../src/contract/activities.ts';
import { RUN_RECORD_FORMAT, type RunRecord } from '../../../src/contract/schemas/run-record.ts';
import { findResumableRun, resumeRun } from '../../../src/jobs/resume-run.ts';
import { cliNote, findTestCli } from '../temporal/find-test-cli.ts';
import { CHOICES, createFakeActivities, type FakeOptions, PLAN, refOf } from '../workflows/fake-activities.ts';
import { WorkflowRig } from '../workflows/workflow-rig.ts';

const NEVER = new AbortController().signal;
const LECTURE = {
  title: 'Tides',
  outline: refOf('outline'),
  slides: [],
  deck: refOf('deck'),
  narration: { mp3: refOf('mp3'), aac: refOf('aac'), totalSamples: 1 },
  timings: { timeline: refOf('timeline'), srt: refOf('srt'), vtt: refOf('vtt'), pageCount: 0 },
  video: null,
};

const cli = await findTestCli();

describe.skipIf(cli === null)(`resuming a run${cliNote(cli)}`, () => {
  let rig: WorkflowRig;
  let folder: string;
  let store: ArtifactStore;

  beforeAll(async () => {
    if (cli !== null) rig = await WorkflowRig.start(cli.path);
    folder = await mkdtemp(join(tmpdir(), 'lectra-resume-'));
    store = await openArtifactStore({ folder });
  });
  afterAll(async () => {
    await rig?.replayAll();
    await rig?.[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  const recordOf = (run: RunIdentity): RunRecord => ({
    format: RUN_RECORD_FORMAT,
    ...run,
    plan: PLAN,
    choices: CHOICES,
    warnings: [],
    lecture: null,
  });

  /** Fakes that keep their records in a real store. */
  const recording = (options: FakeOptions = {}): { activities: Activities; names: () => readonly string[] } => {
    const { activities, calls } = createFakeActivities(options);
    return {
      names: () => calls.map(({ name }) => name),
      activities: {
        ...activities,
        recordRun: async (input, storeId) => ({
          ...(await activities.recordRun(input, storeId)),
          value: { record: await keepRunRecord(store, recordOf(input.run)) },
        }),
        publish: async (input, storeId) => {
          await keepRunRecord(store, { ...recordOf(input.run), lecture: { ...LECTURE } });
          return activities.publish(input, storeId);
        },
      },
    };
  };
  const failingAt = (step: string): FakeOptions => ({
    interfere: ({ name }) => {
      if (name === step) throw ApplicationFailure.nonRetryable('no', 'DECK_INVALID');
      return undefined;
    },
  });
  const find = (nameOrId: string) => findResumableRun({ client: rig.environment.client, store, nameOrId }, NEVER);

  it('takes plan, writer and voice from the record, asks no probe, and keeps the workflow id', async () => {
    let workflowId = '';
    let failing = true;
    const { activities, names } = recording({
      interfere: ({ name }) => {
        if (name === 'buildDeck' && failing) throw ApplicationFailure.nonRetryable('no', 'DECK_INVALID');
        return undefined;
      },
    });
    const result = await rig.run({ activities }, async (handle) => {
      workflowId = handle.workflowId;
      await expect(handle.result()).rejects.toThrow();
      failing = false;
      const callsBefore = names().length;
      const run = await find(workflowId);
      const resumed = await resumeRun({ client: rig.environment.client, taskQueue: workflowId, run }, NEVER);
      expect(resumed).toMatchObject({ workflowId });
      const made = await rig.environment.client.workflow.getHandle(workflowId, resumed.runId).result();
      expect(names().slice(callsBefore)).not.toContain('probeWriter');
      return made;
    });
    expect(result).toMatchObject({ writer: 'earlier-writer', speech: 'earlier-engine' });
    await expect(find(workflowId)).rejects.toMatchObject({ code: 'RUN_FINISHED' });
  });

  it('refuses an open run, since two runs would write one folder', async () => {
    const gate = Promise.withResolvers<void>();
    const { activities } = recording({
      interfere: ({ name }) => (name === 'buildDeck' ? gate.promise : undefined),
    });
    await rig.run({ activities }, async (handle) => {
      await expect(find(handle.workflowId)).rejects.toMatchObject({ code: 'RUN_OPEN' });
      gate.resolve();
      await handle.result();
    });
  });

  it('carries on a run that Temporal has forgotten', async () => {
    const { activities } = recording(failingAt('buildDeck'));
    const workflowId = await rig.run({ activities }, async (handle) => {
      await expect(handle.result()).rejects.toThrow();
      return handle.workflowId;
    });
    const { client } = rig.environment;
    await client.workflowService.deleteWorkflowExecution({
      namespace: client.options.namespace,
      workflowExecution: { workflowId },
    });
    const known = () =>
      client.workflow
        .getHandle(workflowId)
        .describe()
        .catch((error: unknown) => String(error));
    await expect.poll(known, { timeout: 180_000, interval: 200 }).toMatch(/not found/i);
    rig.forget(workflowId);
    await expect(find(workflowId)).resolves.toMatchObject({ workflowId, project: PLAN.project });
  });

  it('says that a forgotten run is finished when its record holds a lecture', async () => {
    await keepRunRecord(store, {
      ...recordOf({ workflowId: 'lectra-long-ago', firstRunId: 'a' }),
      lecture: { ...LECTURE },
    });
    await expect(find('long-ago')).rejects.toMatchObject({ code: 'RUN_FINISHED' });
  });

  it('never takes up the plan of an earlier run of the same project', async () => {
    const { activities } = recording(failingAt('prepareRun'));
    await rig.run({ activities }, async (handle) => {
      await keepRunRecord(store, recordOf({ workflowId: handle.workflowId, firstRunId: 'an earlier run' }));
      await expect(handle.result()).rejects.toThrow();
      await expect(find(handle.workflowId)).rejects.toMatchObject({ code: 'RUN_UNRECORDED' });
    });
  });

  it('takes up a run that was reset, which has another run id', async () => {
    const { activities } = recording(failingAt('buildDeck'));
    await rig.run({ activities }, async (handle) => {
      await expect(handle.result()).rejects.toThrow();
      const { client } = rig.environment;
      await client.workflowService.resetWorkflowExecution(
        temporal.api.workflowservice.v1.ResetWorkflowExecutionRequest.fromObject({
          namespace: client.options.namespace,
          workflowExecution: { workflowId: handle.workflowId },
          reason: 'test',
          requestId: 'reset-1',
          workflowTaskFinishEventId: 4,
        }),
      );
      const reset = client.workflow.getHandle(handle.workflowId);
      await expect(reset.result()).rejects.toThrow();
      await expect(find(handle.workflowId)).resolves.toMatchObject({ workflowId: handle.workflowId });
    });
  });

  it('refuses the record of a later Lectra, which it cannot understand', async () => {
    const record = await store.put(new TextEncoder().encode('{"format":99,"plan":{}}'), 'application/json');
    await store.keepRun('lectra-future', record);
    await expect(find('future')).rejects.toMatchObject({ code: 'RECORD_TOO_NEW' });
  });

  it('says of a damaged record that the run is to be started again', async () => {
    await store.keepRun('lectra-damaged', refOf('nothing'));
    await expect(find('damaged')).rejects.toMatchObject({ code: 'RUN_UNRECORDED' });
  });

  it('names a run that nobody knows', async () => {
    await expect(find('never-seen')).rejects.toMatchObject({ code: 'RUN_NOT_FOUND', message: /"never-seen"/ });
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WorkflowHandle } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openArtifactStore } from '../../../src/artifacts/open-artifact-store.ts';
import { watchToEnd } from '../../../src/cli/watch-to-end.ts';
import type { SessionParts } from '../../../src/cli/with-session.ts';
import type { WorkerRole } from '../../../src/contract/queues.ts';
import { describeRun } from '../../../src/jobs/describe-run.ts';
import { describeStuckRun } from '../../../src/jobs/describe-trouble.ts';
import { listRuns } from '../../../src/jobs/list-runs.ts';
import { findResumableRun } from '../../../src/jobs/resume-run.ts';
import type { RunEvent } from '../../../src/jobs/run-snapshot.ts';
import { watchRun } from '../../../src/jobs/watch-run.ts';
import { cliNote, findTestCli } from '../temporal/find-test-cli.ts';
import { createFakeActivities } from '../workflows/fake-activities.ts';
import { WorkflowRig } from '../workflows/workflow-rig.ts';

const cli = await findTestCli();

async function openEmptyStore() {
  const folder = await mkdtemp(join(tmpdir(), 'lectra-stuck-'));
  return {
    store: await openArtifactStore({ folder }),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
const { signal } = new AbortController();
const WITHOUT_MEDIA: readonly WorkerRole[] = ['workflow', 'gpu', 'network'];

describe.skipIf(cli === null)(`a run that is open and does nothing${cliNote(cli)}`, () => {
  let rig: WorkflowRig;

  beforeAll(async () => {
    rig = await WorkflowRig.start(cli?.path ?? '');
  });
  afterAll(() => rig[Symbol.asyncDispose]());

  const runOf = async (handle: Pick<WorkflowHandle, 'describe' | 'workflowId'>) => ({
    workflowId: handle.workflowId,
    runId: (await handle.describe()).runId,
  });
  const deps = () => ({ connect: async () => rig.environment.client, nowMs: Date.now });
  /** Starts a run under today's code and leaves it open, with work of the workflow itself to do. */
  const leaveOpen = async () => {
    const left = await rig.run(
      { activities: createFakeActivities().activities, roles: WITHOUT_MEDIA },
      async (handle) => {
        await expect
          .poll(async () => (await handle.fetchHistory()).events?.length, { timeout: 90_000 })
          .toBeGreaterThan(4);
        return { ...(await runOf(handle)), handle };
      },
    );
    await left.handle.signal('wake-up');
    return left;
  };
  /** Lets a worker with other workflow code take the run over. */
  const withCode = async (fixture: string, taskQueue: string, use: () => Promise<void>) => {
    const workflowsPath = fileURLToPath(new URL(`../../fixtures/altered-workflows/${fixture}`, import.meta.url));
    const { nativeConnection: connection, namespace } = rig.environment;
    const worker = await Worker.create({
      connection,
      ...(namespace === undefined ? {} : { namespace }),
      taskQueue,
      workflowBundle: await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') }),
    });
    await worker.runUntil(use());
  };
  const partsOf = (shown: RunEvent[]): SessionParts => ({
    // Watching needs no more of them than this.
    context: { nowMs: Date.now } as SessionParts['context'],
    held: { connect: async () => rig.environment.client } as unknown as SessionParts['held'],
    display: { show: (event: RunEvent) => void shown.push(event) } as unknown as SessionParts['display'],
  });

  test.each([
    ['with-an-extra-step.ts', 'NON_DETERMINISTIC_ERROR', /today's workflow code does not fit its history/],
    ['that-throws.ts', 'WORKFLOW_WORKER_UNHANDLED_FAILURE', /its workflow code fails .*undefined is not a slide/],
  ])(
    'after an upgrade to %s it is said to be stuck instead of being watched for ever',
    async (fixture, cause, words) => {
      const { handle, ...run } = await leaveOpen();
      await withCode(fixture, run.workflowId, async () => {
        const shown: RunEvent[] = [];
        await expect(watchToEnd(run, partsOf(shown), signal)).rejects.toMatchObject({
          code: 'RUN_STUCK',
          message: expect.stringMatching(words),
        });
        expect(shown.at(-1)).toMatchObject({ type: 'run-stuck', snapshot: { outcome: null } });
        const { client } = rig.environment;
        await using store = await openEmptyStore();
        await expect(
          findResumableRun({ client, store: store.store, nameOrId: run.workflowId }, signal),
        ).rejects.toMatchObject({ code: 'RUN_STUCK', message: expect.stringContaining('workflow terminate') });
        const snapshot = await describeRun(rig.environment.client, run.workflowId, signal);
        expect(snapshot.stuck?.cause).toBe(cause);
        expect(describeStuckRun(snapshot)).toContain(
          `lectra temporal workflow terminate --workflow-id ${run.workflowId}`,
        );
        const listed = await listRuns(rig.environment.client, 50, signal);
        expect(listed.find(({ run_id }) => run_id === run.runId)?.status).toBe('stuck');
      });
      await handle.terminate();
      expect((await describeRun(rig.environment.client, run.workflowId, signal)).stuck).toBeNull();
    },
  );

  test('names a queue that nobody asks, with the role to start, once something waited there', async () => {
    const { activities } = createFakeActivities();
    await rig.run({ activities, roles: WITHOUT_MEDIA }, async (handle) => {
      const run = await runOf(handle);
      const leaving = new AbortController();
      const queues: RunEvent[] = [];
      const watching = (async () => {
        for await (const event of watchRun(run, deps(), leaving.signal)) {
          if (event.type !== 'queue-unattended') continue;
          queues.push(event);
          leaving.abort(new Error('seen'));
        }
      })();
      await expect(watching).rejects.toThrow('seen');
      const queue = { name: `${handle.workflowId}-media`, role: 'media' };
      expect(queues).toEqual([{ type: 'queue-unattended', queue }]);
      const { client } = rig.environment;
      expect((await describeRun(client, run.workflowId, signal, Date.now())).idleQueues).toEqual([queue]);
      await handle.terminate();
    });
  });
});

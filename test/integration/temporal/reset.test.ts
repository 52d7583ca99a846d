import { WorkflowFailedError, type WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { describe, expect, test } from 'vitest';
import type { PresentationResult } from '../../../src/contract/result.ts';
import { describeRun } from '../../../src/jobs/describe-run.ts';
import { resetCommandOf } from '../../../src/jobs/reset-command.ts';
import { type Call, createFakeActivities, untilCancelled } from '../workflows/fake-activities.ts';
import { useWorkflowRig } from '../workflows/use-workflow-rig.ts';
import { cliNote, findTestCli } from './find-test-cli.ts';
import { runTemporal } from './run-temporal.ts';

const cli = await findTestCli();
const { signal } = new AbortController();

describe.skipIf(cli === null)(`Temporal's own reset of a run${cliNote(cli)}`, () => {
  const rig = useWorkflowRig(cli);

  const temporal = (...words: readonly string[]) => runTemporal(cli?.path ?? '', rig().environment.address, words);
  const resultOf = (workflowId: string) =>
    rig().environment.client.workflow.getHandle<() => Promise<PresentationResult>>(workflowId).result();
  /** Runs the very words that `lectra status` prints. */
  const resetAsStatusSays = async ({ workflowId }: Pick<WorkflowHandle, 'workflowId'>) => {
    const snapshot = await describeRun(rig().environment.client, workflowId, signal);
    const command = resetCommandOf(snapshot);
    expect(command).toMatch(/^lectra temporal workflow reset .* --reason "carry on"$/);
    await temporal(
      ...(command ?? '')
        .replace(/^lectra temporal /, '')
        .replace('"carry on"', 'carry-on')
        .split(' '),
    );
    return snapshot;
  };
  const timesOf = (calls: readonly Call[]) => {
    const times: Record<string, number> = {};
    for (const { name, about } of calls) times[`${name} ${about}`] = (times[`${name} ${about}`] ?? 0) + 1;
    return times;
  };

  test('a run that failed by one slide carries on from that slide: what was finished before is not even scheduled', async () => {
    // What is written counts as finished once the workflow has gone on from it to the layout.
    const others = new Map(['s1', 's3'].map((slide) => [slide, Promise.withResolvers<void>()]));
    const { activities, calls } = createFakeActivities({
      interfere: async ({ name, about }, callNumber) => {
        if (name !== 'layOutSlide') return;
        others.get(about)?.resolve();
        if (about !== 's2' || callNumber > 1) return;
        await Promise.all([...others.values()].map(({ promise }) => promise));
        throw ApplicationFailure.nonRetryable('The title is too long.', 'DECK_INVALID');
      },
    });
    await rig().run({ activities }, async (handle) => {
      await expect(handle.result()).rejects.toBeInstanceOf(WorkflowFailedError);
      const before = await resetAsStatusSays(handle);
      const result = await resultOf(handle.workflowId);
      expect(result.slide_count).toBe(3);
      const after = await describeRun(rig().environment.client, handle.workflowId, signal);
      expect(after.runId).not.toBe(before.runId);
    });
    const times = timesOf(calls);
    expect(times['layOutSlide s2']).toBe(2);
    for (const step of ['prepareRun run', 'writeOutline run', 'writeSlide s1', 'writeSlide s2', 'writeSlide s3']) {
      expect(times[step], step).toBe(1);
    }
    expect(times['publish run']).toBe(1);
  });

  test('a reset to the last workflow task fails the same way again, since the failed step stands before it', async () => {
    const { activities, calls } = createFakeActivities({
      interfere: ({ name, about }, callNumber) => {
        if (name === 'layOutSlide' && about === 's2' && callNumber === 1)
          throw ApplicationFailure.nonRetryable('The title is too long.', 'DECK_INVALID');
        return undefined;
      },
    });
    await rig().run({ activities }, async (handle) => {
      await expect(handle.result()).rejects.toBeInstanceOf(WorkflowFailedError);
      const callsBefore = calls.filter(({ name }) => name === 'layOutSlide').length;
      await temporal(
        'workflow',
        'reset',
        '--workflow-id',
        handle.workflowId,
        '--type',
        'LastWorkflowTask',
        '--reason',
        'x',
      );
      await expect(resultOf(handle.workflowId)).rejects.toBeInstanceOf(WorkflowFailedError);
      expect(calls.filter(({ name }) => name === 'layOutSlide')).toHaveLength(callsBefore);
    });
  });

  test('a cancelled run carries on from the moment before the cancel, which the new run does not hear', async () => {
    const speaking = Promise.withResolvers<void>();
    const { activities, calls } = createFakeActivities({
      interfere: ({ name, about }, callNumber) => {
        if (name !== 'speakSlide' || about !== 's1' || callNumber > 1) return undefined;
        speaking.resolve();
        return untilCancelled();
      },
    });
    await rig().run({ activities }, async (handle) => {
      await speaking.promise;
      await handle.cancel();
      await expect(handle.result()).rejects.toBeInstanceOf(WorkflowFailedError);
      expect((await handle.describe()).status.name).toBe('CANCELLED');
      await resetAsStatusSays(handle);
      expect((await resultOf(handle.workflowId)).slide_count).toBe(3);
    });
    const times = timesOf(calls);
    expect(times['speakSlide s1']).toBe(2);
    expect(times['writeOutline run']).toBe(1);
  });

  test('a terminated run carries on with the steps that it was torn from', async () => {
    const speaking = Promise.withResolvers<void>();
    const { activities, calls } = createFakeActivities({
      interfere: ({ name, about }, callNumber) => {
        if (name !== 'speakSlide' || about !== 's1' || callNumber > 1) return undefined;
        speaking.resolve();
        return untilCancelled();
      },
    });
    await rig().run({ activities }, async (handle) => {
      await speaking.promise;
      await temporal('workflow', 'terminate', '--workflow-id', handle.workflowId, '--reason', 'enough');
      await resetAsStatusSays(handle);
      expect((await resultOf(handle.workflowId)).slide_count).toBe(3);
    });
    expect(timesOf(calls)).toMatchObject({ 'speakSlide s1': 2, 'writeOutline run': 1, 'publish run': 1 });
  });

  test('a completed run publishes again and does nothing else, as when its folder was thrown away', async () => {
    const { activities, calls } = createFakeActivities();
    await rig().run({ activities }, async (handle) => {
      await handle.result();
      await resetAsStatusSays(handle);
      await resultOf(handle.workflowId);
    });
    const repeated = Object.entries(timesOf(calls)).filter(([, times]) => times > 1);
    expect(repeated).toEqual([['publish run', 2]]);
  });

  test('an open run ends with a reset to its first task, and the new one takes its place', async () => {
    const hanging = Promise.withResolvers<void>();
    const { activities } = createFakeActivities({
      interfere: ({ name, about }, callNumber) => {
        if (name !== 'speakSlide' || about !== 's1' || callNumber > 1) return undefined;
        hanging.resolve();
        return untilCancelled();
      },
    });
    await rig().run({ activities }, async (handle) => {
      await hanging.promise;
      const { runId } = await handle.describe();
      await temporal(
        'workflow',
        'reset',
        '--workflow-id',
        handle.workflowId,
        '--type',
        'FirstWorkflowTask',
        '--reason',
        'x',
      );
      expect((await resultOf(handle.workflowId)).slide_count).toBe(3);
      const old = await rig().environment.client.workflow.getHandle(handle.workflowId, runId).describe();
      expect(old.status.name).toBe('TERMINATED');
    });
  });

  test('a paused step shows as paused, is handed back by its worker, and carries on once it may', async () => {
    const speaking = Promise.withResolvers<void>();
    const handedBack = Promise.withResolvers<void>();
    const { activities, calls } = createFakeActivities({
      interfere: ({ name, about }, callNumber) => {
        if (name !== 'speakSlide' || about !== 's2' || callNumber > 1) return undefined;
        speaking.resolve();
        return untilCancelled().finally(() => handedBack.resolve());
      },
    });
    await rig().run({ activities }, async (handle) => {
      await speaking.promise;
      const step = ['--workflow-id', handle.workflowId, '--activity-id', 'speakSlide-2'];
      await temporal('activity', 'pause', ...step);
      await handedBack.promise;
      const look = async () => {
        const { records } = await describeRun(rig().environment.client, handle.workflowId, signal);
        return records.find(({ activity, slideNumber }) => activity === 'speakSlide' && slideNumber === 2)?.outcome;
      };
      await expect.poll(look, { timeout: 90_000 }).toBe('paused');
      await temporal('activity', 'unpause', ...step);
      expect((await handle.result()).slide_count).toBe(3);
    });
    expect(timesOf(calls)['speakSlide s2']).toBe(2);
  });

  test('a running step that is reset is handed back by its worker and begins anew', async () => {
    const speaking = Promise.withResolvers<void>();
    const { activities, calls } = createFakeActivities({
      interfere: ({ name, about }, callNumber) => {
        if (name !== 'speakSlide' || about !== 's2' || callNumber > 1) return undefined;
        speaking.resolve();
        return untilCancelled();
      },
    });
    await rig().run({ activities }, async (handle) => {
      await speaking.promise;
      await temporal('activity', 'reset', '--workflow-id', handle.workflowId, '--activity-id', 'speakSlide-2');
      expect((await handle.result()).slide_count).toBe(3);
    });
    expect(timesOf(calls)['speakSlide s2']).toBe(2);
  });
});

import { WorkflowFailedError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { describe, expect, test } from 'vitest';
import type { generatePresentation } from '../../../src/workflows/index.ts';
import { cliNote, findTestCli } from '../temporal/find-test-cli.ts';
import { approveOutline, waitForApproval } from './approve-outline.ts';
import { createFakeActivities, EDITED_SLIDES, type FakeOptions, refOf, untilCancelled } from './fake-activities.ts';
import { useWorkflowRig } from './use-workflow-rig.ts';

const cli = await findTestCli();
const GATED: FakeOptions = { plan: { gate: true } };

/** Returns why an update was refused: the code of the failure and its sentence. */
async function refusalOf(update: Promise<void>): Promise<{ readonly code: unknown; readonly message: string }> {
  const error = await update.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof WorkflowUpdateFailedError)) throw new Error(`Expected a refused update, got ${error}`);
  const { cause } = error;
  return { code: cause instanceof ApplicationFailure ? cause.type : null, message: cause?.message ?? '' };
}

describe.skipIf(cli === null)(`the gate of generatePresentation${cliNote(cli)}`, () => {
  const rig = useWorkflowRig(cli);

  test('holds the slides back until somebody approves, and the memo tells it where no worker answers', async () => {
    const { activities, calls } = createFakeActivities(GATED);
    const result = await rig().run({ activities }, async (handle) => {
      const waiting = await waitForApproval(handle, 'waiting');
      expect(waiting).toMatchObject({ title: 'The tides', slideCount: 3, outline: refOf('outline') });
      expect(calls.filter(({ name }) => name === 'writeSlide')).toEqual([]);
      const { memo } = await handle.describe();
      expect(memo).toMatchObject({ approval: 'waiting', title: 'The tides', slideCount: 3, outline: refOf('outline') });
      await approveOutline(handle, null);
      return handle.result();
    });
    expect(result).toMatchObject({ presentation_title: 'The tides', slide_count: 3 });
    expect(calls.some(({ name }) => name === 'takeOutline')).toBe(false);
  });

  test('goes on with the outline that came along', async () => {
    const { activities, calls } = createFakeActivities(GATED);
    const result = await rig().run({ activities }, async (handle) => {
      await waitForApproval(handle, 'waiting');
      await approveOutline(handle, refOf('edited'));
      await handle.result();
      expect((await handle.describe()).memo).toMatchObject({ approval: 'approved', slideCount: EDITED_SLIDES });
      return handle.result();
    });
    expect(result).toMatchObject({ presentation_title: 'The tides, edited', slide_count: EDITED_SLIDES });
    const written = calls.filter(({ name }) => name === 'writeSlide').map(({ about }) => about);
    expect(written.sort()).toEqual(['s1', 's2']);
  });

  test('has kept an approval in the record before it says so, so that a resumed run does not ask again', async () => {
    const { activities, calls } = createFakeActivities(GATED);
    await rig().run({ activities }, async (handle) => {
      await waitForApproval(handle, 'waiting');
      await approveOutline(handle, refOf('edited'));
      const recorded = calls.filter(({ name }) => name === 'recordRun').map(({ about }) => about);
      expect(recorded).toEqual(['run', 'approved edited']);
      await handle.result();
    });
  });

  test('records the approval after the plan, also when the plan takes long, since the last record counts', async () => {
    const planIsKept = Promise.withResolvers<void>();
    const { activities, calls } = createFakeActivities({
      ...GATED,
      interfere: ({ name, about }) => (name === 'recordRun' && about === 'run' ? planIsKept.promise : undefined),
    });
    await rig().run({ activities }, async (handle) => {
      await waitForApproval(handle, 'waiting');
      const approving = approveOutline(handle, null);
      await waitForApproval(handle, 'checking');
      planIsKept.resolve();
      await approving;
      await handle.result();
    });
    const recorded = calls.filter(({ name }) => name === 'recordRun').map(({ about }) => about);
    expect(recorded).toEqual(['run', 'approved outline']);
  });

  test('refuses a bad outline in the words of its check, and waits on', async () => {
    const { activities } = createFakeActivities({
      ...GATED,
      interfere: async ({ name, about }) => {
        if (name === 'takeOutline' && about === 'bad')
          throw ApplicationFailure.nonRetryable('Slide 2 ("Ebb") names the passage "p9".', 'OUTLINE_UNUSABLE');
      },
    });
    const result = await rig().run({ activities }, async (handle) => {
      await waitForApproval(handle, 'waiting');
      const refusal = await refusalOf(approveOutline(handle, refOf('bad')));
      expect(refusal.code).toBe('OUTLINE_UNUSABLE');
      expect(refusal.message).toContain('Slide 2 ("Ebb") names the passage "p9".');
      expect(await waitForApproval(handle, 'waiting')).toMatchObject({ outline: refOf('outline') });
      await approveOutline(handle, refOf('edited'));
      return handle.result();
    });
    expect(result.slide_count).toBe(EDITED_SLIDES);
  });

  test('refuses an approval of a run without a gate', async () => {
    const isWriting = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const { activities } = createFakeActivities({
      interfere: ({ name }) => {
        if (name !== 'writeOutline') return;
        isWriting.resolve();
        return goOn.promise;
      },
    });
    await rig().run({ activities }, async (handle) => {
      await isWriting.promise;
      expect(await refusalOf(approveOutline(handle, null))).toEqual({
        code: 'APPROVAL_REFUSED',
        message: `The run ${handle.workflowId} has no gate, so it waits for no approval; --gate at the start gives it one.`,
      });
      goOn.resolve();
      await handle.result();
    });
  });

  test('refuses an approval before there is an outline', async () => {
    const isWriting = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const { activities } = createFakeActivities({
      ...GATED,
      interfere: ({ name }) => {
        if (name !== 'writeOutline') return;
        isWriting.resolve();
        return goOn.promise;
      },
    });
    await rig().run({ activities }, async (handle) => {
      await isWriting.promise;
      const refusal = await refusalOf(approveOutline(handle, null));
      expect(refusal).toMatchObject({ code: 'APPROVAL_REFUSED' });
      expect(refusal.message).toMatch(/ is not there yet; approve it when /);
      goOn.resolve();
      await waitForApproval(handle, 'waiting');
      await approveOutline(handle, null);
      await handle.result();
    });
  });

  test('refuses a second approval, both while the first is checked and after it', async () => {
    const isChecking = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const { activities, calls } = createFakeActivities({
      ...GATED,
      interfere: ({ name }) => {
        if (name !== 'takeOutline') return;
        isChecking.resolve();
        return goOn.promise;
      },
    });
    await rig().run({ activities }, async (handle) => {
      await waitForApproval(handle, 'waiting');
      const first = approveOutline(handle, refOf('edited'));
      await isChecking.promise;
      const during = await refusalOf(approveOutline(handle, null));
      expect(during).toMatchObject({ code: 'APPROVAL_REFUSED' });
      expect(during.message).toMatch(/is being checked right now/);
      goOn.resolve();
      await first;
      const after = await refusalOf(approveOutline(handle, refOf('other')));
      expect(after).toMatchObject({ code: 'APPROVAL_REFUSED' });
      expect(after.message).toMatch(/was approved already/);
      await handle.result();
    });
    expect(calls.filter(({ name }) => name === 'takeOutline')).toHaveLength(1);
  });

  test('ends at once when it is cancelled there, also in the middle of a check', async () => {
    const isChecking = Promise.withResolvers<void>();
    const { activities, calls } = createFakeActivities({
      ...GATED,
      interfere: async ({ name }) => {
        if (name !== 'takeOutline') return;
        isChecking.resolve();
        await untilCancelled();
      },
    });
    await rig().run({ activities }, async (handle) => {
      await waitForApproval(handle, 'waiting');
      const approving = approveOutline(handle, refOf('edited'));
      const refused = expect(approving).rejects.toBeInstanceOf(WorkflowUpdateFailedError);
      await isChecking.promise;
      await handle.cancel();
      await refused;
      await expect(handle.result()).rejects.toBeInstanceOf(WorkflowFailedError);
      expect((await handle.describe()).status.name).toBe('CANCELLED');
    });
    const recorded = calls.filter(({ name }) => name === 'recordRun').map(({ about }) => about);
    expect(recorded).toEqual(['run']);
  });

  test('a resumed run that was approved takes the outline from its record and asks nobody', async () => {
    const { activities, calls } = createFakeActivities({ plan: { gate: true, approvedOutline: refOf('edited') } });
    const result = await rig().run({ activities, request: { base: refOf('record') } }, (handle) => handle.result());
    expect(result.slide_count).toBe(EDITED_SLIDES);
    expect(calls.some(({ name }) => name === 'writeOutline')).toBe(false);
  });

  test('is not asked again when an artifact is lost after the approval', async () => {
    const { activities, calls } = createFakeActivities({
      ...GATED,
      interfere: ({ name, about }, callNumber) => {
        if (name === 'encodeStills' && about === 's2' && callNumber === 1)
          throw ApplicationFailure.nonRetryable('gone', 'ARTIFACT_MISSING');
      },
    });
    const result = await rig().run({ activities }, async (handle) => {
      await waitForApproval(handle, 'waiting');
      await approveOutline(handle, refOf('edited'));
      return handle.result();
    });
    expect(result).toMatchObject({ slide_count: EDITED_SLIDES, warnings: [{ code: 'ARTIFACT_REMADE' }] });
    const taken = calls.filter(({ name }) => name === 'takeOutline').map(({ about }) => about);
    expect(taken).toEqual(['edited', 'edited']);
  });

  test('asks again when the approved outline itself is lost, since nobody approved what is written in its place', async () => {
    const { activities, calls } = createFakeActivities({
      plan: { gate: true, approvedOutline: refOf('lost') },
      interfere: ({ name, about }) => {
        if (name === 'takeOutline' && about === 'lost')
          throw ApplicationFailure.nonRetryable('gone', 'ARTIFACT_MISSING');
      },
    });
    const result = await rig().run({ activities, request: { base: refOf('record') } }, async (handle) => {
      await waitForApproval(handle, 'waiting');
      await approveOutline(handle, null);
      return handle.result();
    });
    expect(result.warnings.map(({ code }) => code)).toEqual(['ARTIFACT_REMADE', 'APPROVAL_LOST']);
    expect(calls.some(({ name }) => name === 'restoreDocument')).toBe(true);
  });

  test('waits again after Temporal’s own reset to the time before it, also when it was approved already', async () => {
    const { activities } = createFakeActivities(GATED);
    await rig().run({ activities }, async (handle) => {
      await waitForApproval(handle, 'waiting');
      const waiting = await resetToStart(handle);
      await waitForApproval(waiting, 'waiting');
      await approveOutline(waiting, refOf('edited'));
      expect(await waiting.result()).toMatchObject({ slide_count: EDITED_SLIDES });
      const approved = await resetToStart(handle);
      await waitForApproval(approved, 'waiting');
      await approveOutline(approved, null);
      expect(await approved.result()).toMatchObject({ slide_count: 3 });
    });
  });

  /** Lets a run begin again where its first workflow task ended. */
  async function resetToStart({ workflowId }: { readonly workflowId: string }) {
    const { client, namespace } = rig().environment;
    const { runId } = await client.workflow.getHandle(workflowId).describe();
    const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    const firstTask = events?.find((event) => event.workflowTaskCompletedEventAttributes);
    if (!firstTask?.eventId) throw new Error('No workflow task has ended yet.');
    await client.workflowService.resetWorkflowExecution({
      namespace: namespace ?? 'default',
      workflowExecution: { workflowId, runId },
      reason: 'a test',
      workflowTaskFinishEventId: firstTask.eventId,
      requestId: `reset of ${runId}`,
    });
    return client.workflow.getHandle<typeof generatePresentation>(workflowId);
  }
});

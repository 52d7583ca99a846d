import { WorkflowFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { tsToMs } from '@temporalio/common/lib/time.js';
import { describe, expect, test } from 'vitest';
import { toApplicationFailure } from '../../../src/activities/to-application-failure.ts';
import { ProviderError } from '../../../src/contract/errors.ts';
import { providerAnswerError } from '../../../src/platform/provider-answer-error.ts';
import { cliNote, findTestCli } from '../temporal/find-test-cli.ts';
import { createFakeActivities } from './fake-activities.ts';
import { useWorkflowRig } from './use-workflow-rig.ts';

const cli = await findTestCli();
/** Longer than the first pause of the step's own limits, which is one second: the wait can only come from the service. */
const WAIT_SECONDS = 2;

const edge = { provider: 'Edge', url: new URL('https://speech.example.org/v1?key=abcdef123'), now: () => 0 };
const answerOf = (status: number, headers: Record<string, string>) =>
  providerAnswerError(edge, { status, headers: new Headers(headers), body: '' });

describe.skipIf(cli === null)(`a step that fails${cliNote(cli)}`, () => {
  const rig = useWorkflowRig(cli);

  test('is tried again not before the time that the service asked for, by the clock of the history', async () => {
    const { activities, calls } = createFakeActivities({
      slideCount: 1,
      interfere: async ({ name }, callNumber) => {
        if (name !== 'speakSlide' || callNumber > 1) return;
        throw toApplicationFailure(answerOf(429, { 'Retry-After': String(WAIT_SECONDS) }));
      },
    });
    const history = await rig().run({ activities }, async (handle) => {
      await handle.result();
      return handle.fetchHistory();
    });
    expect(calls.filter(({ name }) => name === 'speakSlide')).toHaveLength(2);
    const events = history.events ?? [];
    const scheduled = events.find(
      (event) => event.activityTaskScheduledEventAttributes?.activityType?.name === 'speakSlide',
    );
    const started = events.find(({ activityTaskStartedEventAttributes: attributes }) =>
      attributes?.scheduledEventId?.equals(scheduled?.eventId ?? 0),
    );
    expect(started?.activityTaskStartedEventAttributes).toMatchObject({
      attempt: 2,
      lastFailure: { applicationFailureInfo: { type: 'PROVIDER_RATE_LIMITED' } },
    });
    const waitedMs = tsToMs(started?.eventTime) - tsToMs(scheduled?.eventTime);
    expect(waitedMs).toBeGreaterThanOrEqual(WAIT_SECONDS * 1_000);
  });

  test.each([
    [
      'what a service refuses',
      answerOf(401, {}),
      'PROVIDER_REFUSED',
      'stage 8 (Synthesize Audio), slide 1: Edge at speech.example.org refused the request for lack of a right (HTTP 401); check its address, key and settings.',
    ],
    [
      'a file that may not be used',
      Object.assign(new Error("EACCES: permission denied, open '/data/x'"), { code: 'EACCES', path: '/data/x' }),
      'FILE_FORBIDDEN',
      `stage 8 (Synthesize Audio), slide 1: Lectra may not use "/data/x": the system refuses it (EACCES: permission denied, open '/data/x'); give the user that runs it access.`,
    ],
  ])('ends the run with the code of %s at the first attempt', async (_what, error, code, message) => {
    const { activities, calls } = createFakeActivities({
      slideCount: 1,
      interfere: async ({ name }) => {
        if (name === 'speakSlide') throw toApplicationFailure(error);
      },
    });
    const failure = await rig().run({ activities }, (handle) => handle.result().catch((thrown: unknown) => thrown));
    if (!(failure instanceof WorkflowFailedError)) throw new TypeError(`Expected a failed run, got ${failure}`);
    expect(failure.cause).toBeInstanceOf(ApplicationFailure);
    expect(failure.cause).toMatchObject({ type: code, message });
    expect(calls.filter(({ name }) => name === 'speakSlide')).toHaveLength(1);
  });

  test('ends the run as INTERNAL after its attempts when it has a defect, and the stack stays in the history', async () => {
    const { activities, calls } = createFakeActivities({
      slideCount: 1,
      // A probe has the fewest attempts.
      interfere: async ({ name }) => {
        if (name === 'probeVoice') throw toApplicationFailure(new RangeError('off by one'));
      },
    });
    const failure = await rig().run({ activities }, (handle) => handle.result().catch((thrown: unknown) => thrown));
    if (!(failure instanceof WorkflowFailedError)) throw new TypeError(`Expected a failed run, got ${failure}`);
    expect(failure.cause).toMatchObject({
      type: 'INTERNAL',
      message: expect.stringMatching(/^Prepare: RangeError: off by one\. This is a fault of Lectra: .+`lectra resume/),
    });
    expect(stacksOf(failure)).toContain('failures-of-steps.test.ts');
    expect(calls.filter(({ name }) => name === 'probeVoice')).toHaveLength(2);
  });
});

test('a service without a wish leaves the pause to the limits of the step', () => {
  const error = answerOf(429, {});
  expect(error).toBeInstanceOf(ProviderError);
  expect(toApplicationFailure(error)).toMatchObject({ nextRetryDelay: undefined });
});

function stacksOf(error: unknown): string {
  return error instanceof Error ? `${error.stack}\n${stacksOf(error.cause)}` : '';
}

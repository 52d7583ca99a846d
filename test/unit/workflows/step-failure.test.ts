import { ActivityFailure, type TimeoutType } from '@temporalio/common';
import { ApplicationFailure, TimeoutFailure } from '@temporalio/workflow';
import { describe, expect, test } from 'vitest';
import { toRunFailure } from '../../../src/workflows/step-failure.ts';

const failureOf = (cause: Error) =>
  new ActivityFailure('Activity task failed', 'encodeStills', 'encodeStills-7', 'TIMEOUT', 'worker', cause);
const timeout = (type: TimeoutType) => new TimeoutFailure('activity Heartbeat timeout', undefined, type);

describe('the one error of a run', () => {
  test('says of a worker that fell silent what happened, not which limit of Temporal it met', () => {
    expect(toRunFailure(failureOf(timeout('HEARTBEAT')), 'encodeStills', 7)).toMatchObject({
      type: 'STEP_TIMED_OUT',
      message: expect.stringMatching(
        /^stage 10 \(Generate Video\), slide 7: Its worker fell silent again and again, .*`lectra resume/,
      ),
    });
  });

  test('tells a step that takes too long from a worker that is gone', () => {
    expect(toRunFailure(failureOf(timeout('START_TO_CLOSE')), 'assembleVideo', null)).toMatchObject({
      message: expect.stringContaining('It took longer than it may, again and again.'),
    });
  });

  test('keeps the sentence of a failure that Lectra named', () => {
    const failure = ApplicationFailure.nonRetryable('The disk is full.', 'DISK_FULL');
    expect(toRunFailure(failureOf(failure), 'buildDeck', null)).toMatchObject({
      type: 'DISK_FULL',
      message: expect.stringMatching(/^stage 4 \(PPTX\): The disk is full\. /),
    });
  });

  test.each(['PROVIDER_UNREACHABLE', 'PROVIDER_TIMED_OUT', 'PROVIDER_BAD_OUTPUT'])(
    'adds only the command to %s, whose message names its way out',
    (code) => {
      const failure = ApplicationFailure.nonRetryable('Ollama at x:1 cannot be reached; start it.', code);
      expect(toRunFailure(failureOf(failure), 'writeSlide', 5)).toMatchObject({
        message:
          'stage 2 (Generate Script), slide 5: Ollama at x:1 cannot be reached; start it. Carry on with `lectra resume <project>`: finished steps are kept.',
      });
    },
  );

  test('leaves a probe that found nobody as it is, since that is an answer', () => {
    const nobody = failureOf(timeout('SCHEDULE_TO_START'));
    expect(toRunFailure(nobody, 'probeWriter', null)).toBe(nobody);
  });
});

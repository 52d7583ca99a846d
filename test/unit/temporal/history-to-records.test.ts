import { defaultPayloadConverter } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { describe, expect, it } from 'vitest';
import { historyToFacts } from '../../../src/temporal/history-to-facts.ts';
import { historyToOutcome } from '../../../src/temporal/history-to-outcome.ts';
import { historyToRecords } from '../../../src/temporal/history-to-records.ts';

const decode = (payload: Parameters<typeof defaultPayloadConverter.fromPayload>[0]) =>
  defaultPayloadConverter.fromPayload<unknown>(payload);
const payloadOf = (value: unknown) => defaultPayloadConverter.toPayload(value);
const encode = (value: unknown) => ({ payloads: [defaultPayloadConverter.toPayload(value)] });

/** A history as the service exports it: ids are Longs there, and Long has no other public way in than the class. */
const { History } = temporal.api.history.v1;
const historyOf = (...events: readonly object[]) =>
  History.fromObject({ events: events.map((event, index) => ({ eventId: index + 1, ...event })) }).events;
const at = (ms: number) => ({ eventTime: { seconds: Math.floor(ms / 1000), nanos: (ms % 1000) * 1_000_000 } });
const scheduled = (ms: number, name: string, summary: string, activityId = 'a') => ({
  ...at(ms),
  userMetadata: { summary: defaultPayloadConverter.toPayload(summary) },
  activityTaskScheduledEventAttributes: { activityId, activityType: { name } },
});
const started = (ms: number, scheduledEventId: number, attempt: number) => ({
  ...at(ms),
  activityTaskStartedEventAttributes: { scheduledEventId, attempt },
});
const completed = (ms: number, scheduledEventId: number, result: unknown) => ({
  ...at(ms),
  activityTaskCompletedEventAttributes: { scheduledEventId, result: encode(result) },
});

describe('historyToRecords', () => {
  it('takes waiting, work and reuse from the result, since history knows waiting of first attempts only', () => {
    const warnings = [{ code: 'VOICE_CHANGED', message: 'Another voice speaks.' }];
    const events = historyOf(
      scheduled(1_000, 'speakSlide', '8 Synthesize Audio · slide 7'),
      started(61_000, 1, 3),
      completed(62_500, 1, { value: {}, cached: true, warnings, queuedMs: 20, ranMs: 1_400, attempt: 3 }),
    );
    expect(historyToRecords(events, [], decode)).toEqual([
      {
        stage: 'speech',
        activity: 'speakSlide',
        label: '8 Synthesize Audio · slide 7',
        slideNumber: 7,
        scheduledAtMs: 1_000,
        startedAtMs: 61_000,
        endedAtMs: 62_500,
        queuedMs: 20,
        ranMs: 1_400,
        attempt: 3,
        cached: true,
        warnings,
        usage: null,
        outcome: 'completed',
        retry: null,
      },
    ]);
  });

  it('takes what a model was asked from the result, and which model from the input', () => {
    const usage = { requests: 2, connections: 1, promptTokens: 900, answerTokens: 300 };
    const result = { value: {}, cached: false, warnings: [], queuedMs: 0, ranMs: 900, attempt: 1, usage };
    const asking = scheduled(0, 'writeSlide', '2 Generate Script · slide 1', 'a');
    const input = encode({ slide: 'x', writer: { writer: 'ollama', model: 'llama3.1:8b' } });
    const events = historyOf(
      { ...asking, activityTaskScheduledEventAttributes: { ...asking.activityTaskScheduledEventAttributes, input } },
      scheduled(0, 'writeSlide', '2 Generate Script · slide 2', 'b'),
      started(100, 1, 1),
      completed(1_000, 1, result),
      started(100, 2, 1),
      completed(1_000, 2, result),
    );
    expect(historyToRecords(events, [], decode).map((record) => record.usage)).toEqual([
      { ...usage, model: 'llama3.1:8b' },
      { ...usage, model: null },
    ]);
  });

  it('joins by the scheduled event, as Started is written just before the close and not in order of time', () => {
    const events = historyOf(
      scheduled(1_000, 'writeSlide', '2 Generate Script · slide 1', 'a'),
      scheduled(1_000, 'writeSlide', '2 Generate Script · slide 2', 'b'),
      started(1_200, 2, 1),
      { ...at(2_000), activityTaskFailedEventAttributes: { scheduledEventId: 2 } },
      started(1_100, 1, 1),
      { ...at(3_000), activityTaskTimedOutEventAttributes: { scheduledEventId: 1 } },
    );
    expect(historyToRecords(events, [], decode)).toMatchObject([
      { slideNumber: 1, startedAtMs: 1_100, endedAtMs: 3_000, queuedMs: 100, ranMs: 1_900, outcome: 'timed-out' },
      { slideNumber: 2, startedAtMs: 1_200, endedAtMs: 2_000, queuedMs: 200, ranMs: 800, outcome: 'failed' },
    ]);
  });

  it('tells running, retrying and waiting steps apart by the pending activities', () => {
    const events = historyOf(
      scheduled(1_000, 'writeSlide', '2 Generate Script · slide 1', 'a'),
      scheduled(1_000, 'writeSlide', '2 Generate Script · slide 2', 'b'),
      scheduled(1_000, 'writeSlide', '2 Generate Script · slide 3', 'c'),
    );
    const { STARTED, SCHEDULED } = {
      STARTED: temporal.api.enums.v1.PendingActivityState.PENDING_ACTIVITY_STATE_STARTED,
      SCHEDULED: temporal.api.enums.v1.PendingActivityState.PENDING_ACTIVITY_STATE_SCHEDULED,
    };
    const pending = [
      { activityId: 'a', state: STARTED, attempt: 1, lastStartedTime: at(1_300).eventTime },
      { activityId: 'b', state: SCHEDULED, attempt: 3, lastStartedTime: at(1_500).eventTime },
      { activityId: 'c', state: SCHEDULED, attempt: 1 },
    ].map((activity) => temporal.api.workflow.v1.PendingActivityInfo.fromObject(activity));
    expect(historyToRecords(events, pending, decode)).toMatchObject([
      { slideNumber: 1, outcome: 'running', attempt: 1, startedAtMs: 1_300, queuedMs: 300, endedAtMs: null },
      { slideNumber: 2, outcome: 'retrying', attempt: 2, endedAtMs: null },
      { slideNumber: 3, outcome: 'waiting', attempt: 0, startedAtMs: null, endedAtMs: null },
    ]);
  });

  it('tells why a step is tried again, without the way out, and how long it waits', () => {
    const labels = [1, 2, 3].map((slide) => `2 Generate Script · slide ${slide}`);
    const events = historyOf(...labels.map((label, index) => scheduled(1_000, 'writeSlide', label, `${index}`)));
    const { PENDING_ACTIVITY_STATE_STARTED: STARTED, PENDING_ACTIVITY_STATE_SCHEDULED: SCHEDULED } =
      temporal.api.enums.v1.PendingActivityState;
    const empty = 'Ollama at 127.0.0.1:11434 answered, but with nothing; try again, or choose another model or engine.';
    const times = { lastAttemptCompleteTime: at(5_000).eventTime, nextAttemptScheduleTime: at(20_000).eventTime };
    const HEARTBEAT = temporal.api.enums.v1.TimeoutType.TIMEOUT_TYPE_HEARTBEAT;
    const silent = { message: 'activity Heartbeat timeout', timeoutFailureInfo: { timeoutType: HEARTBEAT } };
    const pending = [
      { activityId: '0', state: SCHEDULED, attempt: 4, lastFailure: { message: empty }, ...times },
      { activityId: '1', state: STARTED, attempt: 2, lastFailure: { message: `${'x'.repeat(300)}. More.` } },
      { activityId: '2', state: STARTED, attempt: 2, lastFailure: silent },
    ].map((activity) => temporal.api.workflow.v1.PendingActivityInfo.fromObject(activity));
    expect(historyToRecords(events, pending, decode).map(({ retry }) => retry)).toEqual([
      { reason: 'Ollama at 127.0.0.1:11434 answered, but with nothing', waitMs: 15_000 },
      { reason: `${'x'.repeat(239)}…`, waitMs: null },
      { reason: 'its worker fell silent', waitMs: null },
    ]);
  });

  it('tells why a step was tried again also once it is over, since it may be over before anybody looks', () => {
    const message = 'The row “Ice melts. Is it odd?” stumbled: the model wrote it. More is unknown.';
    const again = { scheduledEventId: 1, attempt: 2, lastFailure: { message } };
    const events = historyOf(
      scheduled(1_000, 'writeSlide', '2 Generate Script · slide 1'),
      { ...at(3_000), activityTaskStartedEventAttributes: again },
      completed(3_500, 1, {}),
    );
    expect(historyToRecords(events, [], decode)).toMatchObject([
      { attempt: 2, retry: { reason: 'The row “Ice melts. Is it odd?” stumbled: the model wrote it', waitMs: null } },
    ]);
  });

  it('tells a paused step from one that waits in its queue, but calls it running until its worker has handed it back', () => {
    const events = historyOf(
      scheduled(1_000, 'speakSlide', '8 Synthesize Audio · slide 1', 'a'),
      scheduled(1_000, 'speakSlide', '8 Synthesize Audio · slide 2', 'b'),
    );
    const { PENDING_ACTIVITY_STATE_PAUSED: PAUSED, PENDING_ACTIVITY_STATE_PAUSE_REQUESTED: PAUSE_REQUESTED } =
      temporal.api.enums.v1.PendingActivityState;
    const pending = [
      { activityId: 'a', state: PAUSED, attempt: 1, paused: true },
      { activityId: 'b', state: PAUSE_REQUESTED, attempt: 1, paused: true },
    ].map((activity) => temporal.api.workflow.v1.PendingActivityInfo.fromObject(activity));
    expect(historyToRecords(events, pending, decode)).toMatchObject([
      { slideNumber: 1, outcome: 'paused' },
      { slideNumber: 2, outcome: 'running' },
    ]);
  });

  it('ends open steps with their run, since a terminated run writes nothing more about them', () => {
    const events = historyOf(scheduled(1_000, 'publish', 'Publish'), {
      ...at(9_000),
      workflowExecutionTerminatedEventAttributes: { reason: 'enough' },
    });
    expect(historyToRecords(events, [], decode)).toMatchObject([{ endedAtMs: 9_000, outcome: 'cancelled' }]);
    expect(historyToOutcome(events)).toEqual({ status: 'terminated', code: null, message: 'enough' });
  });

  it('leaves out activities of another version instead of guessing their stage', () => {
    expect(historyToRecords(historyOf(scheduled(1, 'drawMoustache', 'Fun')), [], decode)).toEqual([]);
  });
});

describe('historyToFacts', () => {
  it('reads name, title and size from the input and the first results, as the memo is written at the end', () => {
    const outline = { title: 'Water', slides: [{}, {}, {}] };
    const events = historyOf(
      { ...at(0), workflowExecutionStartedEventAttributes: { input: encode({ topic: 'x', video: false }) } },
      scheduled(1, 'prepareRun', 'Prepare'),
      completed(2, 2, { value: { plan: { project: 'water', video: false } } }),
      scheduled(3, 'writeOutline', '1 Generate Outline'),
      completed(4, 4, { value: outline }),
    );
    expect(historyToFacts(events, decode)).toEqual({
      project: 'water',
      title: 'Water',
      slideCount: 3,
      hasVideo: false,
      approval: 'not-asked',
      outline: null,
    });
  });

  it('reads from the memo which outline waits for approval, and from the last outline how large the lecture is', () => {
    const refOf = (digit: string) => ({ sha256: digit.repeat(64), sizeBytes: 1, mediaType: 'application/json' });
    const told = (ms: number, approval: string, digit: string) => ({
      ...at(ms),
      workflowPropertiesModifiedEventAttributes: {
        upsertedMemo: { fields: { approval: payloadOf(approval), outline: payloadOf(refOf(digit)) } },
      },
    });
    const waiting = [
      scheduled(1, 'writeOutline', '1 Generate Outline'),
      completed(2, 1, { value: { title: 'Water', slides: [{}, {}, {}] } }),
      told(3, 'waiting', 'a'),
    ];
    expect(historyToFacts(historyOf(...waiting), decode)).toMatchObject({ approval: 'waiting', outline: refOf('a') });
    const approved = historyOf(
      ...waiting,
      scheduled(4, 'takeOutline', '1 Generate Outline'),
      completed(5, 4, { value: { title: 'Rain', slides: [{}, {}] } }),
      told(6, 'approved', 'b'),
    );
    expect(historyToFacts(approved, decode)).toMatchObject({
      approval: 'approved',
      outline: refOf('b'),
      title: 'Rain',
      slideCount: 2,
    });
  });
});

describe('historyToOutcome', () => {
  it('gives the code and the sentence of a failed run', () => {
    const failure = {
      message: '8 Synthesize Audio, slide 7: no voice.',
      applicationFailureInfo: { type: 'SPEECH_FAILED' },
    };
    const events = historyOf({ ...at(0), workflowExecutionFailedEventAttributes: { failure } });
    expect(historyToOutcome(events)).toEqual({
      status: 'failed',
      code: 'SPEECH_FAILED',
      message: '8 Synthesize Audio, slide 7: no voice.',
    });
  });

  it('is null while the run is open', () => {
    expect(historyToOutcome(historyOf(scheduled(1, 'publish', 'Publish')))).toBeNull();
  });
});

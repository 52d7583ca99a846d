import { temporal } from '@temporalio/proto';
import { describe, expect, it } from 'vitest';
import { findWaitingQueues } from '../../../src/jobs/waiting-queues.ts';

const SCHEDULED = 1;
const STARTED = 2;
const at = (ms: number) => ({ seconds: Math.floor(ms / 1000), nanos: (ms % 1000) * 1_000_000 });
const { events } = temporal.api.history.v1.History.fromObject({
  events: [
    { workflowExecutionStartedEventAttributes: { taskQueue: { name: 'lectra' } } },
    ...['a', 'b'].map((activityId) => ({
      activityTaskScheduledEventAttributes: { activityId, taskQueue: { name: 'lectra-gpu' } },
    })),
    { activityTaskScheduledEventAttributes: { activityId: 'c', taskQueue: { name: 'lectra-media' } } },
  ],
});
const step = (activityId: string, state: number, more: object = {}) =>
  temporal.api.workflow.v1.PendingActivityInfo.fromObject({ activityId, state, scheduledTime: at(1_000), ...more });

describe('findWaitingQueues', () => {
  it('names each queue once in which a step has waited for ten seconds, and none before', () => {
    const pending = { activities: [step('a', SCHEDULED), step('b', SCHEDULED)], workflowTask: null };
    expect(findWaitingQueues(events, pending, 10_999)).toEqual([]);
    expect(findWaitingQueues(events, pending, 11_000)).toEqual([{ name: 'lectra-gpu', kind: 'activity' }]);
  });

  it('leaves out a queue of which a step is running: its worker is there, and busy', () => {
    const pending = {
      activities: [step('a', STARTED), step('b', SCHEDULED), step('c', SCHEDULED)],
      workflowTask: null,
    };
    expect(findWaitingQueues(events, pending, 60_000)).toEqual([{ name: 'lectra-media', kind: 'activity' }]);
  });

  it('leaves out a step that somebody paused: it waits for a person', () => {
    const pending = { activities: [step('a', SCHEDULED, { paused: true })], workflowTask: null };
    expect(findWaitingQueues(events, pending, 60_000)).toEqual([]);
  });

  it('names the queue of the workflow itself when nobody decides what comes next', () => {
    const workflowTask = temporal.api.workflow.v1.PendingWorkflowTaskInfo.fromObject({
      state: SCHEDULED,
      scheduledTime: at(1_000),
    });
    expect(findWaitingQueues(events, { activities: [], workflowTask }, 60_000)).toEqual([
      { name: 'lectra', kind: 'workflow' },
    ]);
  });
});

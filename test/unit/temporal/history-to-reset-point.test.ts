import { readFileSync } from 'node:fs';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import proto from '@temporalio/proto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHistoryFault } from '../../../src/temporal/find-history-fault.ts';
import type { HistoryEvent } from '../../../src/temporal/history-to-records.ts';
import { findResetEventId } from '../../../src/temporal/history-to-reset-point.ts';
import { findStuckTask } from '../../../src/temporal/history-to-stuck-task.ts';

const read = (name: string): readonly HistoryEvent[] => {
  const url = new URL(`../../fixtures/histories/generate-presentation/${name}.json`, import.meta.url);
  return historyFromJSON(JSON.parse(readFileSync(url, 'utf8'))).events ?? [];
};
const byId = (events: readonly HistoryEvent[], id: number | null) =>
  events.find(({ eventId }) => Number(eventId) === id);

describe('findResetEventId', () => {
  it('goes back to the workflow task that scheduled the step that the run died of', () => {
    const events = read('failed');
    const failed = events.find((event) => event.activityTaskFailedEventAttributes);
    const scheduled = byId(events, Number(failed?.activityTaskFailedEventAttributes?.scheduledEventId));
    const id = findResetEventId(events);
    expect(id).toBe(Number(scheduled?.activityTaskScheduledEventAttributes?.workflowTaskCompletedEventId));
    expect(byId(events, id)?.workflowTaskCompletedEventAttributes).toBeTruthy();
  });

  it('goes back to before a cancel was heard', () => {
    const events = read('cancelled');
    const id = findResetEventId(events) ?? Number.NaN;
    const requested = events.findIndex((event) => event.workflowExecutionCancelRequestedEventAttributes);
    expect(id).toBeLessThanOrEqual(requested);
    expect(byId(events, id)?.workflowTaskCompletedEventAttributes).toBeTruthy();
  });

  it('lets a completed run publish again, also one that was made again after a loss', () => {
    for (const name of ['completed', 'remade-after-loss', 'without-video']) {
      const events = read(name);
      const id = findResetEventId(events);
      const scheduledThere = events.filter(
        (event) => Number(event.activityTaskScheduledEventAttributes?.workflowTaskCompletedEventId) === id,
      );
      expect(
        scheduledThere.map((event) => event.activityTaskScheduledEventAttributes?.activityType?.name),
        name,
      ).toEqual(['publish']);
    }
  });

  it('takes the last workflow task of a run that was terminated, and nothing of one that is open', () => {
    const open = read('completed').slice(0, 40);
    const end = proto.temporal.api.history.v1.HistoryEvent.fromObject({
      eventId: 41,
      workflowExecutionTerminatedEventAttributes: { reason: 'enough' },
    });
    const lastTask = open.findLast((event) => event.workflowTaskCompletedEventAttributes);
    expect(findResetEventId([...open, end])).toBe(Number(lastTask?.eventId));
    expect(findResetEventId(open)).toBeNull();
    expect(findResetEventId([])).toBeNull();
  });
});

describe('findStuckTask', () => {
  const { NON_DETERMINISTIC, RESET } = {
    NON_DETERMINISTIC:
      proto.temporal.api.enums.v1.WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_NON_DETERMINISTIC_ERROR,
    RESET: proto.temporal.api.enums.v1.WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_RESET_WORKFLOW,
  };
  const failed = (cause: number) =>
    proto.temporal.api.history.v1.HistoryEvent.fromObject({
      eventId: 9,
      workflowTaskFailedEventAttributes: { cause, failure: { message: 'does not fit\nat line 1' } },
    });
  const completed = proto.temporal.api.history.v1.HistoryEvent.fromObject({
    eventId: 10,
    workflowTaskCompletedEventAttributes: {},
  });

  it('is told from the third attempt on, as the first two follow one another at once', () => {
    expect(findStuckTask([failed(NON_DETERMINISTIC)], { attempt: 2 })).toBeNull();
    expect(findStuckTask([failed(NON_DETERMINISTIC)], { attempt: 3 })).toEqual({
      cause: 'NON_DETERMINISTIC_ERROR',
      message: 'does not fit',
      attempt: 3,
    });
  });

  it('is over once a later task was completed, and is no matter of what the service does itself', () => {
    expect(findStuckTask([failed(NON_DETERMINISTIC), completed], { attempt: 3 })).toBeNull();
    expect(findStuckTask([failed(RESET)], { attempt: 3 })).toBeNull();
    expect(findStuckTask([failed(NON_DETERMINISTIC)], null)).toBeNull();
  });
});

describe('findHistoryFault', () => {
  const whole = read('completed');

  it('finds none in any recorded history, nor in any beginning of one', () => {
    for (const name of ['completed', 'failed', 'cancelled', 'with-pictures', 'remade-after-loss']) {
      expect(findHistoryFault(read(name)), name).toBeNull();
    }
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: whole.length }),
        (length) => findHistoryFault(whole.slice(0, length)) === null,
      ),
    );
  });

  it('finds every event that is missing before the last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 2 }), (gap) => {
        return findHistoryFault(whole.filter((_event, index) => index !== gap)) !== null;
      }),
    );
  });

  it('finds two neighbours that changed places although their numbers did not', () => {
    const pairs = whole.flatMap((event, index) => {
      const next = whole[index + 1];
      const isPair =
        event.activityTaskStartedEventAttributes &&
        next?.activityTaskCompletedEventAttributes &&
        String(next.activityTaskCompletedEventAttributes.startedEventId) === String(event.eventId);
      return isPair ? [index] : [];
    });
    expect(pairs.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(fc.constantFrom(...pairs), (index) => {
        const swapped = whole.map((event, at) => {
          const other = at === index ? whole[index + 1] : at === index + 1 ? whole[index] : event;
          return { ...other, eventId: event.eventId } as HistoryEvent;
        });
        return findHistoryFault(swapped) !== null;
      }),
    );
  });
});

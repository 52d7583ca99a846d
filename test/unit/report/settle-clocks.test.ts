import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildReport } from '../../../src/report/build-report.ts';
import { settleClocks } from '../../../src/report/settle-clocks.ts';
import { makeRecord } from './make-record.ts';

const HOUR_MS = 3_600_000;

describe('settleClocks', () => {
  it('leaves times that agree as they are', () => {
    const record = makeRecord('speakSlide', 2, [3_000, 5_000, 9_000], { attempt: 3, queuedMs: 40, ranMs: 1_500 });
    expect(settleClocks(record, 1_000)).toEqual(record);
  });

  it('bounds the waiting that a worker with a clock an hour ahead reports by what history leaves room for', () => {
    const record = makeRecord('speakSlide', 2, [3_000, 5_000, 9_000], { queuedMs: HOUR_MS, ranMs: HOUR_MS });
    expect(settleClocks(record, 1_000)).toMatchObject({ queuedMs: 2_000, ranMs: 4_000 });
  });

  it('ends a step at its start when the clock of the service was set back an hour meanwhile', () => {
    const record = makeRecord('speakSlide', 2, [3_000, 5_000, 9_000 - HOUR_MS], { queuedMs: -5, ranMs: 200 });
    expect(settleClocks(record, 1_000)).toMatchObject({ endedAtMs: 5_000, queuedMs: 0, ranMs: 0 });
  });
});

describe('buildReport', () => {
  const time = fc.integer({ min: -2 * HOUR_MS, max: 2 * HOUR_MS });

  it('shows no negative time and no step after the end, however the clocks were set', () => {
    const steps = fc.array(fc.tuple(time, time, time, time, time), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(steps, time, fc.option(time), time, (times, startedAtMs, closedAtMs, nowMs) => {
        const records = times.map(([scheduled, started, ended, queuedMs, ranMs], index) =>
          makeRecord('writeSlide', index + 1, [scheduled, started, ended], { queuedMs, ranMs }),
        );
        const report = buildReport({ records, startedAtMs, closedAtMs, nowMs });
        expect(report.total_seconds).toBeGreaterThanOrEqual(0);
        expect(report.critical_seconds).toBeGreaterThanOrEqual(0);
        expect(report.critical_seconds).toBeLessThanOrEqual(report.total_seconds + 0.001);
        for (const { queue_seconds, seconds, work_seconds } of report.stages) {
          expect(Math.min(queue_seconds, work_seconds, seconds ?? 0)).toBeGreaterThanOrEqual(0);
          expect(seconds ?? 0).toBeLessThanOrEqual(report.total_seconds + 0.001);
        }
        for (const { ended_seconds, scheduled_seconds, started_seconds } of report.steps) {
          expect(scheduled_seconds).toBeGreaterThanOrEqual(0);
          expect(started_seconds ?? 0).toBeGreaterThanOrEqual(scheduled_seconds);
          expect(ended_seconds ?? 0).toBeLessThanOrEqual(report.total_seconds);
        }
      }),
    );
  });
});

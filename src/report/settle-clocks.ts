import type { StepRecord } from './step-record.ts';

/**
 * Returns a record whose times can be added up. History is written by the service's clock, waiting and work are measured
 * by the worker's, and either may be set while a run goes on: no step starts before it is scheduled or ends before it
 * starts, and none waits or works longer than history leaves room for.
 */
export function settleClocks(record: StepRecord, runStartedAtMs: number): StepRecord {
  const scheduledAtMs = Math.max(runStartedAtMs, record.scheduledAtMs);
  const startedAtMs = record.startedAtMs === null ? null : Math.max(scheduledAtMs, record.startedAtMs);
  const endedAtMs = record.endedAtMs === null ? null : Math.max(startedAtMs ?? scheduledAtMs, record.endedAtMs);
  const leftOfWaitingMs = (startedAtMs ?? endedAtMs ?? Number.POSITIVE_INFINITY) - scheduledAtMs;
  const leftOfWorkMs = endedAtMs === null ? Number.POSITIVE_INFINITY : endedAtMs - (startedAtMs ?? scheduledAtMs);
  return {
    ...record,
    scheduledAtMs,
    startedAtMs,
    endedAtMs,
    queuedMs: within(record.queuedMs, leftOfWaitingMs),
    ranMs: within(record.ranMs, leftOfWorkMs),
  };
}

function within(durationMs: number, mostMs: number): number {
  return Math.min(mostMs, Math.max(0, durationMs));
}

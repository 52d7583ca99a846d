import { ACTIVITY_STAGES, type ActivityName } from '../../../src/contract/activity-stages.ts';
import { stageLabel } from '../../../src/contract/stages.ts';
import type { StepRecord } from '../../../src/report/step-record.ts';

/** Makes a record of a completed step: scheduled, started and ended at the given milliseconds. */
export function makeRecord(
  activity: ActivityName,
  slideNumber: number | null,
  times: readonly [scheduledAtMs: number, startedAtMs: number, endedAtMs: number],
  changes: Partial<StepRecord> = {},
): StepRecord {
  const [scheduledAtMs, startedAtMs, endedAtMs] = times;
  const stage = ACTIVITY_STAGES[activity];
  const label = slideNumber === null ? stageLabel(stage) : `${stageLabel(stage)} · slide ${slideNumber}`;
  return {
    stage,
    activity,
    label,
    slideNumber,
    scheduledAtMs,
    startedAtMs,
    endedAtMs,
    queuedMs: startedAtMs - scheduledAtMs,
    ranMs: endedAtMs - startedAtMs,
    attempt: 1,
    cached: false,
    warnings: [],
    usage: null,
    outcome: 'completed',
    retry: null,
    ...changes,
  };
}

/** Makes a record of a step that runs since `startedAtMs`. */
export function makeRunning(
  activity: ActivityName,
  slideNumber: number | null,
  scheduledAtMs: number,
  startedAtMs: number,
): StepRecord {
  const open = { endedAtMs: null, ranMs: 0, outcome: 'running' } as const;
  return makeRecord(activity, slideNumber, [scheduledAtMs, startedAtMs, startedAtMs], open);
}

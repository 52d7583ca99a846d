import type { StepRecord } from './step-record.ts';
import { toSeconds } from './to-seconds.ts';

/**
 * Returns seconds from the first start to the last end of a stage's steps; null while one is not over, 0 without steps. The
 * time in which a person thinks about the outline belongs to no stage.
 */
export function stageWallSeconds(records: readonly StepRecord[]): number | null {
  if (records.length === 0) return 0;
  let startMs = Number.POSITIVE_INFINITY;
  let endMs = Number.NEGATIVE_INFINITY;
  for (const [index, record] of records.entries()) {
    if (record.endedAtMs === null) return null;
    if (isApproval(record, records.slice(0, index))) continue;
    startMs = Math.min(startMs, record.startedAtMs ?? record.endedAtMs);
    endMs = Math.max(endMs, record.endedAtMs);
  }
  return toSeconds(endMs - startMs);
}

/** An approval checks an outline after one was written, and records the plan for a second time. */
function isApproval({ activity }: StepRecord, before: readonly StepRecord[]): boolean {
  if (activity === 'takeOutline') return before.some((record) => record.activity === 'writeOutline');
  return activity === 'recordRun' && before.some((record) => record.activity === 'recordRun');
}

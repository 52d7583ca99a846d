import type { StepRecord } from './step-record.ts';
import { toSeconds } from './to-seconds.ts';

/** Returns seconds from the first start to the last end of a stage's steps; null while one is not over, 0 without steps. */
export function stageWallSeconds(records: readonly StepRecord[]): number | null {
  if (records.length === 0) return 0;
  let startMs = Number.POSITIVE_INFINITY;
  let endMs = Number.NEGATIVE_INFINITY;
  for (const record of records) {
    if (record.endedAtMs === null) return null;
    startMs = Math.min(startMs, record.startedAtMs ?? record.endedAtMs);
    endMs = Math.max(endMs, record.endedAtMs);
  }
  return toSeconds(endMs - startMs);
}

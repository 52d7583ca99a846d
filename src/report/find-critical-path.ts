import type { StepRecord } from './step-record.ts';

/**
 * Returns the steps that decided how long the run took, in order of time: from the step that ended last, back through
 * the step that released each one. A step is released by the one that ended last before it was scheduled, among the
 * steps that can hand something to it: of the same slide, or where one of the two belongs to the whole run, or a
 * picture search (a slide chooses after the slides before it). Steps that are not over count up to `nowMs`.
 */
export function findCriticalPath(records: readonly StepRecord[], nowMs: number): readonly StepRecord[] {
  const endOf = (record: StepRecord) => record.endedAtMs ?? nowMs;
  const last = latest(records, endOf);
  if (last === null) return [];
  const path = [last];
  const seen = new Set(path);
  for (let step = last; ; ) {
    const current = step;
    const releasedBy = latest(
      records.filter((other) => !seen.has(other) && canRelease(other, current)),
      endOf,
    );
    if (releasedBy === null) return path.reverse();
    path.push(releasedBy);
    seen.add(releasedBy);
    step = releasedBy;
  }
}

function canRelease(earlier: StepRecord, later: StepRecord): boolean {
  if (earlier.endedAtMs === null || earlier.endedAtMs > later.scheduledAtMs) return false;
  if (earlier.slideNumber === null || later.slideNumber === null) return true;
  if (earlier.slideNumber === later.slideNumber) return true;
  return earlier.activity === 'searchPictures' && later.activity === 'fetchPicture';
}

/** The longer of two that end together, so that a chain does not stop at a step that took no time. */
function latest(records: readonly StepRecord[], endOf: (record: StepRecord) => number): StepRecord | null {
  let best: StepRecord | null = null;
  for (const record of records) {
    if (best === null) {
      best = record;
      continue;
    }
    const ahead = endOf(record) - endOf(best);
    if (ahead > 0 || (ahead === 0 && record.scheduledAtMs < best.scheduledAtMs)) best = record;
  }
  return best;
}

import { STEP_NEEDS } from './step-needs.ts';
import type { StepRecord } from './step-record.ts';

/**
 * Returns the steps that decided how long the run took, in order of time: from the step that ended last, back through the
 * step that released each one. That is the one that ended last, of those that hand something to it and were over when it
 * was scheduled; where none was, as after a step was made again, any earlier step of the same slide or of the whole run.
 * Steps that are not over count up to `nowMs`.
 */
export function findCriticalPath(records: readonly StepRecord[], nowMs: number): readonly StepRecord[] {
  const endOf = (record: StepRecord) => record.endedAtMs ?? nowMs;
  const path: StepRecord[] = [];
  let step = latest(records, endOf);
  while (step !== null) {
    path.push(step);
    const current = step;
    const earlier = records.filter((other) => !path.includes(other) && isEarlier(other, current));
    const needed = earlier.filter((other) => isNeeded(other, current));
    step = latest(needed.length > 0 ? needed : earlier.filter((other) => isOfSameSlide(other, current)), endOf);
  }
  return path.reverse();
}

function isEarlier(earlier: StepRecord, later: StepRecord): boolean {
  return earlier.endedAtMs !== null && earlier.endedAtMs <= later.scheduledAtMs;
}

function isNeeded(earlier: StepRecord, later: StepRecord): boolean {
  if (!STEP_NEEDS[later.activity].includes(earlier.activity)) return false;
  // A slide chooses its picture after the searches of the slides before it.
  return isOfSameSlide(earlier, later) || earlier.activity === 'searchPictures';
}

function isOfSameSlide(one: StepRecord, other: StepRecord): boolean {
  return one.slideNumber === null || other.slideNumber === null || one.slideNumber === other.slideNumber;
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

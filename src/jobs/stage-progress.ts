import type { StageProgress } from '../contract/progress.ts';
import { STAGE_ORDER, type Stage } from '../contract/stages.ts';
import type { StepRecord } from '../report/step-record.ts';
import type { RunOutcome } from '../temporal/history-to-outcome.ts';

/** How many steps a stage has in a deck of so many slides; 0 where only the run itself can tell. */
const EXPECTED_STEPS: Readonly<Record<Stage, (slideCount: number) => number>> = {
  prepare: () => 1,
  outline: () => 1,
  script: (slideCount) => slideCount,
  images: () => 0,
  pptx: (slideCount) => slideCount + 1,
  narration: (slideCount) => slideCount,
  prosody: (slideCount) => slideCount,
  segments: (slideCount) => slideCount,
  speech: (slideCount) => slideCount + 1,
  timings: () => 1,
  video: (slideCount) => slideCount + 1,
  publish: () => 1,
};

/** The steps of a run and what is known of its size. */
export interface StageCountInput {
  readonly records: readonly StepRecord[];
  /** Null until the outline is there. */
  readonly slideCount: number | null;
  readonly hasVideo: boolean;
}

/** Returns the steps of each stage as counts, in the order of the stages. Needs no worker: all of it is in history. */
export function countStages(input: StageCountInput): readonly StageProgress[] {
  return STAGE_ORDER.map((stage) => {
    const own = input.records.filter((record) => record.stage === stage);
    const isSkipped = stage === 'video' && !input.hasVideo;
    const expected = isSkipped ? 0 : EXPECTED_STEPS[stage](input.slideCount ?? 0);
    return {
      stage,
      total: Math.max(own.length, expected),
      running: own.filter((record) => record.outcome === 'running').length,
      done: own.filter((record) => record.endedAtMs !== null).length,
    };
  });
}

/**
 * Returns the stages that have nothing left to do, in order; the end of a run ends all that began, but none that was
 * cut off.
 */
export function endedStages(input: StageCountInput & { readonly outcome: RunOutcome | null }): readonly Stage[] {
  const { outcome, records } = input;
  return countStages(input)
    .filter(({ stage, total, done }) => {
      if (total === 0 || done < total) return false;
      if (outcome?.status !== 'completed' && isCutOff(records.filter((record) => record.stage === stage))) return false;
      return outcome !== null || isCountFinal(stage, input);
    })
    .map(({ stage }) => stage);
}

/** A run gets over some failures, such as that of a picture: then more of its steps follow. */
function isCutOff(own: readonly StepRecord[]): boolean {
  const last = own.toSorted((a, b) => (a.endedAtMs ?? 0) - (b.endedAtMs ?? 0)).at(-1);
  return last?.outcome !== 'completed' || own.some(({ outcome }) => outcome === 'cancelled');
}

/** A count can still grow while the step before it has not told everything. */
function isCountFinal(stage: Stage, { records, slideCount }: StageCountInput): boolean {
  const countOf = (activity: StepRecord['activity']) => records.filter((record) => record.activity === activity).length;
  switch (stage) {
    case 'prepare':
      return countOf('writeOutline') + countOf('takeOutline') > 0;
    case 'images':
      return slideCount !== null && countOf('layOutSlide') >= slideCount;
    case 'outline':
      return true;
    default:
      return slideCount !== null;
  }
}

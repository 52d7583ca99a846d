import type { RunPlan } from '../contract/plan.ts';

/** The plan of a run, in the workflow and in the store alike. */
export interface KeptPlan {
  /** As it stands: an approval changes it. */
  readonly now: () => RunPlan;
  /** Records a plan, which then is the one that stands. */
  readonly keep: (plan: RunPlan) => Promise<void>;
}

/**
 * Creates the keeper of a plan. Plans are recorded one after the other: the store keeps the last one, and two steps of the
 * same id may not wait at once.
 */
export function createKeptPlan(first: RunPlan, record: (plan: RunPlan) => Promise<unknown>): KeptPlan {
  let current = first;
  let last: Promise<void> = Promise.resolve();
  return {
    now: () => current,
    keep: (plan) => {
      const kept = last.then(async () => {
        await record(plan);
        current = plan;
      });
      // Who asked hears of a failure; the next plan is not kept from being recorded by it.
      last = kept.catch(() => undefined);
      return kept;
    },
  };
}

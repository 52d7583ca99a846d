import type { RunPlan } from '../contract/plan.ts';
import { allOrNothing } from './all-or-nothing.ts';
import type { KeptPlan } from './kept-plan.ts';
import type { RunJournal } from './run-journal.ts';
import type { RunStep } from './run-step.ts';
import { failureCodeOf } from './step-failure.ts';

/** How often a lecture is produced again because an artifact was lost or damaged; what is still there is reused. */
const MAXIMUM_REMAKES = 2;

interface RemakeContext {
  readonly plan: KeptPlan;
  readonly runStep: RunStep;
  readonly journal: RunJournal;
  readonly settled: () => Promise<void>;
}

/** Produces again what was lost; the document goes first, since only its source can give it back. */
export async function remakeLostArtifacts<T>(
  { plan, runStep, journal, settled }: RemakeContext,
  produce: (readable: RunPlan, isRemake: boolean) => Promise<T>,
): Promise<T> {
  for (let remakes = 0; ; remakes += 1) {
    const isRemake = remakes > 0;
    try {
      return await allOrNothing(
        async () => produce(isRemake ? await runStep('restoreDocument', { plan: plan.now() }) : plan.now(), isRemake),
        settled,
      );
    } catch (error) {
      if (remakes === MAXIMUM_REMAKES || failureCodeOf(error) !== 'ARTIFACT_MISSING') throw error;
      journal.warn([
        { code: 'ARTIFACT_REMADE', message: 'A stored intermediate result was lost or damaged; it is made again.' },
      ]);
      journal.startAgain();
    }
  }
}

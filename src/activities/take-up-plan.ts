import { readRunRecord } from '../artifacts/run-records.ts';
import type { ArtifactRef } from '../contract/artifact-ref.ts';
import { InputError } from '../contract/errors.ts';
import type { RunChoices, RunPlan } from '../contract/plan.ts';
import type { Warning } from '../contract/step-result.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { restoreDocument } from './restore-document.ts';

interface TakenPlan {
  readonly plan: RunPlan;
  readonly choices: RunChoices;
  readonly warnings: readonly Warning[];
}

/** Carries a run on: plan and choices are those of its record, whatever answers today. */
export async function takeUpPlan(
  deps: ActivityDeps,
  { base, workflowId }: { readonly base: ArtifactRef; readonly workflowId: string },
  signal: AbortSignal,
): Promise<TakenPlan> {
  const record = await readRunRecord(deps.store, base);
  if (record.workflowId !== workflowId) {
    throw new InputError(
      'INPUT_INVALID',
      `The record belongs to the run ${record.workflowId}, not to ${workflowId}; \`lectra resume\` gives the right one.`,
    );
  }
  const plan = await restoreDocument(deps, record.plan, signal);
  const { choices, warnings } = record;
  const { heartbeatTimeoutMs, store } = deps;
  // The record was read from this store, which has another id where it was cleared under a running worker.
  return { plan: { ...plan, heartbeatTimeoutMs, storeId: store.id }, choices, warnings };
}

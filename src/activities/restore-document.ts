import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import type { ArtifactRef } from '../contract/artifact-ref.ts';
import { ArtifactError } from '../contract/errors.ts';
import type { RunPlan } from '../contract/plan.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { keepDocument } from './keep-document.ts';
import { readRequestSource } from './read-request-source.ts';
import { readTopicUp } from './read-topic-up.ts';

/**
 * Returns the plan with a document that can be read: its own one, else what its source gives today. What research found is
 * looked up anew when that is lost too.
 */
export async function restoreDocument(deps: ActivityDeps, plan: RunPlan, signal: AbortSignal): Promise<RunPlan> {
  if (plan.document === null || plan.source === null || (await isReadable(deps.store, plan.document))) return plan;
  const isFound = plan.research && 'artifact' in plan.source;
  if (isFound && !(await isReadable(deps.store, plan.source.artifact))) {
    return (await readTopicUp(deps, plan, signal)).plan;
  }
  const source = await readRequestSource(deps, plan.source, signal);
  const { ref } = await keepDocument(deps, { ...source, language: plan.language }, signal);
  return { ...plan, document: ref };
}

async function isReadable(store: ArtifactStore, ref: ArtifactRef): Promise<boolean> {
  try {
    await store.get(ref);
    return true;
  } catch (error) {
    if (error instanceof ArtifactError) return false;
    throw error;
  }
}

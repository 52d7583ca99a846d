import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { getJson } from '../artifacts/json-artifacts.ts';
import { InputError } from '../contract/errors.ts';
import { type Outline, outlineSchema } from '../contract/schemas/outline.ts';
import type { RunSnapshot } from './run-snapshot.ts';

/**
 * Returns the outline that waits for approval or got it. Needs no worker. Throws APPROVAL_REFUSED where there is none, and
 * ARTIFACT_MISSING where it is not in this store.
 */
export async function readOutline(
  store: ArtifactStore,
  { outcome, outline, workflowId }: Pick<RunSnapshot, 'outcome' | 'outline' | 'workflowId'>,
): Promise<Outline> {
  if (outline !== null) return getJson(store, outline, outlineSchema);
  throw new InputError(
    'APPROVAL_REFUSED',
    outcome === null
      ? `The run ${workflowId} has no outline that waits for approval; it was started without --gate, or is not there yet.`
      : `The run ${workflowId} is ${outcome.status}, and no outline of it ever waited for approval.`,
  );
}

import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { getJson } from '../artifacts/json-artifacts.ts';
import type { ArtifactRef } from '../contract/artifact-ref.ts';
import { InputError } from '../contract/errors.ts';
import type { RunPlan } from '../contract/plan.ts';
import { type Outline, outlineSchema } from '../contract/schemas/outline.ts';
import { sourceDocumentSchema } from '../contract/schemas/source-document.ts';

/** Returns an outline that a person may have edited. Throws OUTLINE_UNUSABLE that names what does not fit. */
export async function readApprovedOutline(store: ArtifactStore, plan: RunPlan, ref: ArtifactRef): Promise<Outline> {
  const outline = await getJson(store, ref, outlineSchema);
  const document = plan.document === null ? null : await getJson(store, plan.document, sourceDocumentSchema);
  const known = new Set(document?.passages.map(({ id }) => id));
  const seen = new Set<string>();
  for (const { heading, id, passageIds } of outline.slides) {
    if (seen.has(id)) throw unusable(`Two slides have the id "${id}"; give each its own.`);
    seen.add(id);
    const invented = passageIds.find((passage) => !known.has(passage));
    if (invented !== undefined) {
      throw unusable(`The slide "${heading}" names the passage "${invented}", which the source does not have.`);
    }
  }
  return outline;
}

function unusable(message: string): InputError {
  return new InputError('OUTLINE_UNUSABLE', message);
}

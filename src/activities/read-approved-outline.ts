import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { getJson } from '../artifacts/json-artifacts.ts';
import type { ArtifactRef } from '../contract/artifact-ref.ts';
import { InputError } from '../contract/errors.ts';
import type { RunPlan, WriterChoice } from '../contract/plan.ts';
import { artifactRefSchema } from '../contract/schemas/artifact-ref.ts';
import type { Outline } from '../contract/schemas/outline.ts';
import { sourceDocumentSchema } from '../contract/schemas/source-document.ts';
import { completeOutline } from './complete-outline.ts';
import { parseEditedOutline } from './parse-edited-outline.ts';

interface ApprovedOutline {
  readonly plan: RunPlan;
  readonly writer: WriterChoice;
  readonly outline: ArtifactRef;
}

/** Returns an outline that a person approved and may have edited. Throws OUTLINE_UNUSABLE that names what does not fit. */
export async function readApprovedOutline(
  store: ArtifactStore,
  { outline, plan, writer }: ApprovedOutline,
): Promise<Outline> {
  const ref = artifactRefSchema.safeParse(outline);
  if (!ref.success) {
    throw new InputError(
      'OUTLINE_UNUSABLE',
      'The approval names no artifact; give null to approve the outline that waits, or use `lectra approve --outline FILE`.',
    );
  }
  const edited = parseEditedOutline(await store.get(ref.data));
  const document = plan.document === null ? null : await getJson(store, plan.document, sourceDocumentSchema);
  const passageIds = new Set(document?.passages.map(({ id }) => id));
  return completeOutline({ edited, language: plan.language, writer, passageIds });
}

import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { getJson } from '../artifacts/json-artifacts.ts';
import { InputError } from '../contract/errors.ts';
import type { RunPlan } from '../contract/plan.ts';
import { type SourceDocument, sourceDocumentSchema } from '../contract/schemas/source-document.ts';

/** Loads the document of a run. Throws WRITER_UNAVAILABLE for a topic alone. */
export async function loadDocument(store: ArtifactStore, plan: RunPlan): Promise<SourceDocument> {
  if (plan.document !== null) return getJson(store, plan.document, sourceDocumentSchema);
  throw new InputError(
    'WRITER_UNAVAILABLE',
    `The topic "${plan.topic}" has no document to write from; give a document.`,
  );
}

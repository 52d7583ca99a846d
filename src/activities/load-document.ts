import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { InputError } from '../contract/errors.ts';
import type { RunPlan } from '../contract/plan.ts';
import { type SourceDocument, sourceDocumentSchema } from '../contract/schemas/source-document.ts';
import { getJson } from './json-artifacts.ts';

/** Loads the document of a run. Throws WRITER_UNAVAILABLE for a topic alone. */
export async function loadDocument(store: ArtifactStore, plan: RunPlan): Promise<SourceDocument> {
  if (plan.document !== null) return getJson(store, plan.document, sourceDocumentSchema);
  throw new InputError(
    'WRITER_UNAVAILABLE',
    `The topic "${plan.topic}" has no document to write from; give a document.`,
  );
}

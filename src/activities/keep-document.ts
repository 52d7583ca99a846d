import { putJson } from '../artifacts/json-artifacts.ts';
import type { ArtifactRef } from '../contract/artifact-ref.ts';
import { type SourceDocument, sourceDocumentSchema } from '../contract/schemas/source-document.ts';
import type { Warning } from '../contract/step-result.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { keepDrawable } from './keep-drawable.ts';

/** What a lecture is made from, as it was given: bytes, the name to cite, and the language if it is known. */
interface GivenDocument {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly language: string | null;
}

interface KeptDocument {
  readonly document: SourceDocument;
  readonly ref: ArtifactRef;
  readonly warnings: readonly Warning[];
}

/** Reads a document, leaves out what no font draws, and stores it. Throws what reading throws. */
export async function keepDocument(
  { documentReader, store }: ActivityDeps,
  given: GivenDocument,
  signal: AbortSignal,
): Promise<KeptDocument> {
  const { document, warnings } = keepDrawable(await documentReader.read(given, signal));
  return { document, ref: await putJson(store, document, sourceDocumentSchema), warnings };
}

import { basename } from 'node:path';
import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { ArtifactError, InputError } from '../contract/errors.ts';
import type { RequestSource } from '../contract/schemas/request.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { readSourcePath } from './read-source-path.ts';

/** Returns the bytes and the file name of what a request gives. Throws SOURCE_MISSING and SOURCE_FORBIDDEN. */
export async function readRequestSource(
  { store, sourceFolders }: ActivityDeps,
  source: RequestSource,
  signal: AbortSignal,
): Promise<{ bytes: Uint8Array; name: string }> {
  if ('artifact' in source) return { bytes: await readGivenSource(store, source), name: source.name };
  return { bytes: await readSourcePath(source.path, sourceFolders, signal), name: basename(source.path) };
}

/** A lost source cannot be made again by Lectra, so the user must give it anew. */
async function readGivenSource(
  store: ArtifactStore,
  source: Extract<RequestSource, { artifact: unknown }>,
): Promise<Uint8Array> {
  try {
    return await store.get(source.artifact);
  } catch (error) {
    if (!(error instanceof ArtifactError)) throw error;
    throw new InputError(
      'SOURCE_MISSING',
      `The document "${source.name}" is lost or damaged in the artifact store ${store.location}; give it again.`,
      { cause: error },
    );
  }
}

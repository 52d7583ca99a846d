import type { ArtifactStore } from './artifact-store.ts';
import { FileArtifactStore } from './stores/file-artifact-store.ts';

/** Opens the artifact store in a folder, which is made (for its owner alone) when it is not there. */
export function openArtifactStore(input: { readonly folder: string }): Promise<ArtifactStore> {
  return FileArtifactStore.open(input.folder);
}

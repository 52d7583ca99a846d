import type { ArtifactRef } from '../contract/artifact-ref.ts';
import { artifactRefSchema } from '../contract/schemas/artifact-ref.ts';

/** Returns every artifact reference that stands anywhere in a value. */
export function listRefs(value: unknown): ArtifactRef[] {
  if (value === null || typeof value !== 'object') return [];
  const ref = artifactRefSchema.safeParse(value);
  if (ref.success) return [ref.data];
  return Object.values(value).flatMap(listRefs);
}

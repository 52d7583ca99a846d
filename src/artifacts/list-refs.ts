import type { ArtifactRef } from '../contract/artifact-ref.ts';
import { artifactRefSchema } from '../contract/schemas/artifact-ref.ts';
import type { JsonValue } from '../shared/canonical-json.ts';

/** Returns every artifact reference that stands anywhere in a value. */
export function listRefs(value: JsonValue | undefined): ArtifactRef[] {
  if (value === null || typeof value !== 'object') return [];
  const ref = artifactRefSchema.safeParse(value);
  if (ref.success) return [ref.data];
  return Object.values(value).flatMap(listRefs);
}

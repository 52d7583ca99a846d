import type { z } from 'zod';
import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import type { ArtifactRef } from '../contract/artifact-ref.ts';
import { ArtifactError } from '../contract/errors.ts';
import { canonicalJson, type JsonValue } from '../shared/canonical-json.ts';

const JSON_MEDIA_TYPE = 'application/json';

/** Stores a value as canonical JSON, so that equal values are one artifact. */
export function putJson(store: ArtifactStore, value: JsonValue): Promise<ArtifactRef> {
  return store.put(new TextEncoder().encode(canonicalJson(value)), JSON_MEDIA_TYPE);
}

/** Reads and checks a JSON artifact. Throws ARTIFACT_MISSING when it is gone or does not have the shape asked for. */
export async function getJson<T>(store: ArtifactStore, ref: ArtifactRef, schema: z.ZodType<T>): Promise<T> {
  const value = schema.safeParse(JSON.parse(new TextDecoder().decode(await store.get(ref))));
  if (value.success) return value.data;
  throw new ArtifactError('ARTIFACT_MISSING', `The artifact ${ref.sha256} does not have the expected shape.`, {
    cause: value.error,
  });
}

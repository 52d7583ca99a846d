import { z } from 'zod';
import type { ArtifactRef } from '../contract/artifact-ref.ts';
import { ArtifactError } from '../contract/errors.ts';
import { canonicalJson } from '../shared/canonical-json.ts';
import type { ArtifactStore } from './artifact-store.ts';

const JSON_MEDIA_TYPE = 'application/json';

/** Checks a value against its schema and stores it as canonical JSON, so that equal values are one artifact. */
export function putJson<T>(store: ArtifactStore, value: T, schema: z.ZodType<T>): Promise<ArtifactRef> {
  const json = z.json().parse(schema.parse(value));
  return store.put(new TextEncoder().encode(canonicalJson(json)), JSON_MEDIA_TYPE);
}

/** Reads and checks a JSON artifact. Throws ARTIFACT_MISSING when it is gone or does not have the shape asked for. */
export async function getJson<T>(store: ArtifactStore, ref: ArtifactRef, schema: z.ZodType<T>): Promise<T> {
  const value = schema.safeParse(JSON.parse(new TextDecoder().decode(await store.get(ref))));
  if (value.success) return value.data;
  throw new ArtifactError('ARTIFACT_MISSING', `The artifact ${ref.sha256} does not have the expected shape.`, {
    cause: value.error,
  });
}

import { z } from 'zod';
import type { ArtifactRef } from '../artifact-ref.ts';

export const artifactRefSchema: z.ZodType<ArtifactRef> = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sizeBytes: z.number().int().nonnegative(),
  mediaType: z.string().min(1),
});

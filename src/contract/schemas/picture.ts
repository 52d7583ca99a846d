import { z } from 'zod';
import { artifactRefSchema } from './artifact-ref.ts';

/** One picture that a provider offers. Nothing is downloaded yet. */
export const pictureCandidateSchema = z.strictObject({
  provider: z.string(),
  /** The provider's own id; with `provider` it names the picture for good. */
  id: z.string(),
  title: z.string(),
  url: z.string(),
  pageUrl: z.string(),
  creator: z.string(),
  licence: z.string(),
  licenceUrl: z.string(),
  widthPx: z.number().int().positive(),
  heightPx: z.number().int().positive(),
});

/** A row of the picture ledger. */
export const pictureSchema = z.strictObject({
  slideId: z.string(),
  image: artifactRefSchema,
  altText: z.string(),
  /** The candidate it was made from, or null for a drawn picture. */
  candidate: pictureCandidateSchema.nullable(),
});

export type PictureCandidate = z.infer<typeof pictureCandidateSchema>;
export type Picture = z.infer<typeof pictureSchema>;

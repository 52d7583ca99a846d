import { z } from 'zod';

/** What the thread that reads is given. */
export const documentInputSchema = z.strictObject({
  bytes: z.instanceof(Uint8Array),
  name: z.string(),
  language: z.string().nullable(),
});

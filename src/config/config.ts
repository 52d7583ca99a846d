import { z } from 'zod';
import { settingsSchema } from './settings.ts';

/** Where Temporal is: embedded (the host runs it) or given by the user. `profileToml` may hold keys: never print it. */
const temporalTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('embedded') }),
  z.strictObject({
    kind: z.literal('remote'),
    address: z.string(),
    namespace: z.string(),
    profileToml: z.string(),
  }),
]);

/** The whole configuration as plain data, so that it can be handed to the background host. */
export const configSchema = settingsSchema.extend({
  /** True under a continuous-integration service: the host then ends with its last client. */
  isCi: z.boolean(),
  /** The PATH to look for programs in. */
  searchPath: z.string(),
  /** LECTRA_OPENAI_KEY; no setting, so that no file and no list of settings ever holds it: never print it. */
  openaiKey: z.string().nullable(),
  temporal: temporalTargetSchema,
});

export type Config = Readonly<z.infer<typeof configSchema>>;

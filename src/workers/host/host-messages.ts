import { z } from 'zod';
import { configSchema } from '../../config/config.ts';
import { ERROR_CODES, type ErrorCode, isErrorCode } from '../../contract/error-codes.ts';

/** What the client that starts a host sends it, once. */
export const hostStartSchema = z.object({
  config: configSchema,
  version: z.string(),
  /** The CLI that runs the embedded service; null for a service that the user gives. */
  cli: z
    .object({
      path: z.string(),
      version: z.string(),
      serverVersion: z.string(),
      origin: z.enum(['configured', 'path', 'cache']),
    })
    .nullable(),
});

export type HostStart = z.infer<typeof hostStartSchema>;

/** What a starting host tells the client that started it. */
export const hostNewsSchema = z.discriminatedUnion('kind', [
  /** It can take its HostStart now. */
  z.object({ kind: z.literal('listening') }),
  z.object({ kind: z.literal('progress'), message: z.string() }),
  z.object({ kind: z.literal('ready') }),
  z.object({
    kind: z.literal('failed'),
    code: z.custom<ErrorCode>(isErrorCode, `one of ${Object.keys(ERROR_CODES).join(', ')}`),
    message: z.string(),
  }),
]);

export type HostNews = z.infer<typeof hostNewsSchema>;

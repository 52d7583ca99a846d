import { z } from 'zod';

/** What a client says to the host: one JSON object a line, the token in each. */
export const controlRequestSchema = z.discriminatedUnion('kind', [
  /** Counts as a client for as long as the connection is open. */
  z.object({ kind: z.literal('hold'), token: z.string() }),
  /** Never end for idleness until drained. */
  z.object({ kind: z.literal('keep'), token: z.string() }),
  z.object({ kind: z.literal('drain'), token: z.string(), force: z.boolean() }),
  z.object({ kind: z.literal('status'), token: z.string() }),
]);

export type ControlRequest = z.infer<typeof controlRequestSchema>;

export const controlAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('held') }),
  z.object({ kind: z.literal('kept') }),
  /** The host ends; also sent to all who hold it. */
  z.object({ kind: z.literal('draining') }),
  z.object({
    kind: z.literal('status'),
    clients: z.number().int(),
    /** Null while the service does not answer. */
    openRuns: z.number().int().nullable(),
    isKept: z.boolean(),
  }),
]);

export type ControlAnswer = z.infer<typeof controlAnswerSchema>;
export type HostStatus = Extract<ControlAnswer, { kind: 'status' }>;

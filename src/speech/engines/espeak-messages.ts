import { z } from 'zod';

/** What the espeak process is asked. It answers each request with one reply, in order. */
export interface EspeakRequest {
  readonly markup: string;
  readonly voiceIdentifier: string;
  readonly rateWordsPerMinute: number;
  /** 0 to 99; 50 is the natural pitch of the voice. */
  readonly pitch: number;
}

/** Checked by the process itself and by its parent: neither trusts a pipe. */
export const espeakRequestSchema = z.strictObject({
  markup: z.string(),
  voiceIdentifier: z.string(),
  rateWordsPerMinute: z.number(),
  pitch: z.number(),
});

const wordSchema = z.strictObject({
  /** From 1, in code points of the markup. */
  position: z.number().int(),
  length: z.number().int(),
  startMs: z.number(),
  endMs: z.number(),
});

export const espeakReplySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('spoken'),
    pcm: z.instanceof(Int16Array),
    sampleRateHz: z.number().int().positive(),
    words: z.array(wordSchema),
  }),
  z.strictObject({ kind: z.literal('failed'), reason: z.string() }),
]);

export type EspeakReply = z.infer<typeof espeakReplySchema>;
export type EspeakReplyWord = z.infer<typeof wordSchema>;

import { z } from 'zod';

/** How one sentence is spoken. */
export const prosodySchema = z.strictObject({
  ratePercent: z.number().int().min(-50).max(50),
  pitchSemitones: z.number().int().min(-6).max(6),
  /** Silence after the sentence. */
  pauseMs: z.number().int().min(0).max(10_000),
});

/** Stage 5: what is said on one slide. */
export const slideNarrationSchema = z.strictObject({
  slideId: z.string(),
  sentences: z
    .array(
      z.strictObject({
        /** As written: captions show exactly this. */
        text: z.string().min(1),
        /** As handed to a speech engine: numbers, symbols and abbreviations written out. */
        spoken: z.string().min(1),
        /** The written words in order, each with the number of spoken words it became. */
        words: z.array(z.strictObject({ text: z.string().min(1), spokenWords: z.number().int().nonnegative() })),
        supports: z.number().int().nonnegative().nullable(),
      }),
    )
    .min(1),
});

/** Stage 6: the same with prosody tags, one line a sentence: `[rate=-10%] Text. [pause=700ms]`. */
export const taggedNarrationSchema = z.strictObject({ slideId: z.string(), lines: z.array(z.string().min(1)).min(1) });

/** Stage 7: runs of sentences that share one prosody. */
export const segmentSchema = z.strictObject({
  sentenceIndices: z.array(z.number().int().nonnegative()).min(1),
  prosody: prosodySchema,
});

export const slideSegmentsSchema = z.strictObject({
  slideId: z.string(),
  sentences: slideNarrationSchema.shape.sentences,
  segments: z.array(segmentSchema).min(1),
});

export type Prosody = z.infer<typeof prosodySchema>;
export type SlideNarration = z.infer<typeof slideNarrationSchema>;
export type SpokenSentenceText = SlideNarration['sentences'][number];
export type TaggedNarration = z.infer<typeof taggedNarrationSchema>;
export type SlideSegments = z.infer<typeof slideSegmentsSchema>;

import { z } from 'zod';
import { artifactRefSchema } from './artifact-ref.ts';

const samples = z.number().int().nonnegative();

export const timedWordSchema = z.strictObject({ text: z.string().min(1), startSample: samples, endSample: samples });

export const timedSentenceSchema = z.strictObject({
  text: z.string().min(1),
  supports: z.number().int().nonnegative().nullable(),
  startSample: samples,
  endSample: samples,
  /** The written words of the sentence, in order, none missing. */
  words: z.array(timedWordSchema),
});

/** Stage 8 for one slide. All times are samples at 48 kHz from the start of the slide. */
export const spokenSlideSchema = z.strictObject({
  slideId: z.string(),
  /** Mono 16-bit little-endian PCM at 48 kHz, a whole number of video frames long. */
  audio: artifactRefSchema,
  lengthSamples: samples,
  sentences: z.array(timedSentenceSchema).min(1),
});

export const timelinePageSchema = z.strictObject({
  slideId: z.string(),
  /** From 1, in the order shown. */
  slideNumber: z.number().int().positive(),
  /** From 1 within the slide. */
  pageNumber: z.number().int().positive(),
  title: z.string(),
  startFrame: z.number().int().nonnegative(),
  frameCount: z.number().int().positive(),
  /** Which still of the page shows from which frame of the video, ascending; the first starts with the page. */
  stills: z
    .array(z.strictObject({ still: z.number().int().nonnegative(), startFrame: z.number().int().nonnegative() }))
    .min(1),
  /** Indices into the timeline's sentences. */
  sentenceIndices: z.array(z.number().int().nonnegative()),
});

/** Stage 9. Times are samples at 48 kHz and whole frames from the start of the narration. */
export const timelineSchema = z.strictObject({
  fps: z.number().int().positive(),
  sampleRateHz: z.literal(48_000),
  totalFrames: z.number().int().positive(),
  totalSamples: samples,
  pages: z.array(timelinePageSchema).min(1),
  sentences: z.array(timedSentenceSchema.extend({ slideId: z.string() })),
});

export type TimedWord = z.infer<typeof timedWordSchema>;
export type TimedSentence = z.infer<typeof timedSentenceSchema>;
export type SpokenSlide = z.infer<typeof spokenSlideSchema>;
export type TimelinePage = z.infer<typeof timelinePageSchema>;
export type Timeline = z.infer<typeof timelineSchema>;

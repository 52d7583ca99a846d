import { z } from 'zod';

/** Layout families. Each is one file in `deck/layouts`. */
export const LAYOUT_FAMILIES = [
  'cover',
  'section',
  'bullets',
  'bullets-picture',
  'table',
  'chart',
  'big-number',
  'quote',
  'definition',
  'closing',
] as const;

export const outlineSlideSchema = z.strictObject({
  /** Stable: made from what the slide is about, never from its position. */
  id: z.string().min(1),
  role: z.enum(['cover', 'section', 'content', 'closing']),
  layout: z.enum(LAYOUT_FAMILIES),
  heading: z.string().min(1),
  /** Subtitle of a cover or a section; null elsewhere. */
  subtitle: z.string().nullable(),
  /** What the slide shows to be true, one sentence; null where the writer plans without claims. */
  claim: z.string().nullable(),
  /** Its own share of the matter in a few words each; no other slide covers them. */
  covers: z.array(z.string()),
  /** Words that its narration should have; null leaves it to the matter. */
  words: z.number().int().positive().nullable(),
  /** English words that the picture should show; empty leaves them to the script. Null when the slide has no picture. */
  pictureKeywords: z.array(z.string()).nullable(),
  /** This slide's share of the matter. No two content slides share a passage. */
  passageIds: z.array(z.string()),
  /** Section titles of the deck and the current one, for section slides; null elsewhere. */
  progress: z.strictObject({ titles: z.array(z.string()), current: z.number().int().nonnegative() }).nullable(),
});

export const outlineSchema = z.strictObject({
  title: z.string().min(1),
  subtitle: z.string().nullable(),
  language: z.string(),
  writer: z.string(),
  slides: z.array(outlineSlideSchema).min(1),
});

export type LayoutFamily = (typeof LAYOUT_FAMILIES)[number];
export type OutlineSlide = z.infer<typeof outlineSlideSchema>;
export type Outline = z.infer<typeof outlineSchema>;

import { z } from 'zod';
import { exhibitSchema } from './exhibit.ts';
import { LAYOUT_FAMILIES } from './outline.ts';

export const narrationSentenceSchema = z.strictObject({
  /** As written: captions show exactly this. */
  text: z.string().min(1),
  /** Index of the point that this sentence speaks about, or null. */
  supports: z.number().int().nonnegative().nullable(),
});

export const citationSchema = z.strictObject({ passageId: z.string(), place: z.string() });

export const slideScriptSchema = z.strictObject({
  slideId: z.string().min(1),
  layout: z.enum(LAYOUT_FAMILIES),
  heading: z.string().min(1),
  subtitle: z.string().nullable(),
  /** Rows of the slide, one thought each, without a full stop. Empty on cover and section slides. */
  points: z.array(z.string().min(1)),
  /** What the slide shows instead of rows; null on slides of rows, cover, section and closing. */
  exhibit: exhibitSchema.nullable(),
  picture: z.strictObject({ keywords: z.array(z.string()).min(1), altText: z.string().min(1) }).nullable(),
  /**
   * English words for what stands for the slide, whatever its language: its icon is chosen by them. Absent where the
   * writer names none.
   */
  iconWords: z.array(z.string()).optional(),
  /**
   * The lecture that it is a slide of: its title, and the slide's turn, its place among those that show an icon (0 is
   * the cover). What is drawn differs from the deck's own and from its neighbours by them. Absent in scripts of earlier
   * versions.
   */
  lecture: z.strictObject({ title: z.string(), turn: z.number().int().nonnegative() }).optional(),
  narration: z.array(narrationSentenceSchema).min(1),
  citations: z.array(citationSchema),
  progress: z.strictObject({ titles: z.array(z.string()), current: z.number().int().nonnegative() }).nullable(),
  /** Small print of cover and closing slides: the document's name, and who wrote the text. Empty elsewhere. */
  smallPrint: z.array(z.string()),
});

export type NarrationSentence = z.infer<typeof narrationSentenceSchema>;
export type SlideScript = z.infer<typeof slideScriptSchema>;

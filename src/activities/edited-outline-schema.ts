import { z } from 'zod';
import { LAYOUT_FAMILIES, outlineSlideSchema } from '../contract/schemas/outline.ts';

const HEADING_CHARACTERS = 200;
const CLAIM_CHARACTERS = 400;
const MOST_SLIDES = 100;

/** Line ends and control characters have no place in a line of a slide; other white space may be meant. */
const lineSchema = z.string().transform((text) => text.replaceAll(/\p{Cc}+/gu, ' ').trim());
const line = (characters: number) => lineSchema.pipe(z.string().min(1).max(characters));
const emptyAsNull = (characters: number) =>
  z
    .union([z.null(), lineSchema.pipe(z.string().max(characters))])
    .default(null)
    .transform((text) => text || null);

/** A slide of an outline that a person edited: only its heading must be there. */
const editedSlideSchema = z.strictObject({
  id: z
    .string()
    .regex(/^\S{1,80}$/u)
    .optional(),
  role: outlineSlideSchema.shape.role.optional(),
  layout: z.enum(LAYOUT_FAMILIES).optional(),
  heading: line(HEADING_CHARACTERS),
  subtitle: emptyAsNull(HEADING_CHARACTERS),
  claim: emptyAsNull(CLAIM_CHARACTERS),
  covers: z.array(line(HEADING_CHARACTERS)).max(10).default([]),
  words: z.number().int().min(1).max(1_000).nullable().default(null),
  pictureKeywords: z.array(line(80)).max(10).nullable().default(null),
  passageIds: z.array(z.string()).default([]),
  /** Counted anew, since sections may have come or gone. */
  progress: z.unknown().optional(),
});

/** An outline as a person may send it back: what was printed, with changes. */
export const editedOutlineSchema = z.strictObject({
  title: line(HEADING_CHARACTERS),
  subtitle: emptyAsNull(HEADING_CHARACTERS),
  language: z.string().optional(),
  writer: z.string().optional(),
  slides: z.array(editedSlideSchema).min(1).max(MOST_SLIDES),
});

/** What each key of an edited outline may be: the second half of the sentence that a wrong value gets. */
export const EDITED_OUTLINE_RULES: Readonly<Record<string, string>> = {
  title: `a text of 1 to ${HEADING_CHARACTERS} characters`,
  subtitle: `a text of at most ${HEADING_CHARACTERS} characters, or null`,
  language: 'what was printed',
  writer: 'what was printed',
  slides: `a list of 1 to ${MOST_SLIDES} slides`,
  id: 'what was printed, or leave it out for a new slide',
  role: 'cover, section, content or closing',
  layout: `one of ${LAYOUT_FAMILIES.join(', ')}`,
  heading: `a text of 1 to ${HEADING_CHARACTERS} characters`,
  claim: `a sentence of at most ${CLAIM_CHARACTERS} characters, or null`,
  covers: 'a list of at most 10 short texts',
  words: 'a whole number from 1 to 1000, or null',
  pictureKeywords: 'a list of at most 10 English words, or null',
  passageIds: 'a list of passages of the source, as printed',
};

export type EditedOutline = z.output<typeof editedOutlineSchema>;
export type EditedSlide = EditedOutline['slides'][number];

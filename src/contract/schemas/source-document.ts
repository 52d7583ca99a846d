import { z } from 'zod';

/** A table as the source has it: every row has as many cells as the others. */
export const passageTableSchema = z.strictObject({
  caption: z.string().nullable(),
  /** Heads of the columns; null when the source gives none. */
  header: z.array(z.string()).nullable(),
  rows: z.array(z.array(z.string())).min(1),
});

export const passageSchema = z.strictObject({
  /** Stable id, from the passage's own text: "p-1f3a9c20". */
  id: z.string().min(1),
  /** Where a reader finds it: "Evaporation, paragraph 2". */
  place: z.string(),
  /** Titles of the headings above it, outermost first. */
  headingPath: z.array(z.string()),
  kind: z.enum(['paragraph', 'list', 'quote', 'table', 'caption']),
  /** Page of the source that it begins on, from 1; null where the format has none. */
  page: z.number().int().positive().nullable(),
  /** The cells of a passage of kind "table"; null elsewhere. */
  table: passageTableSchema.nullable(),
  /** Plain text without markup; list items and table rows are separated by newlines. */
  text: z.string().min(1),
});

export const sectionSchema = z.strictObject({
  /** 1 to 6; the document title itself is not a section. */
  level: z.number().int().min(1).max(6),
  title: z.string(),
  headingPath: z.array(z.string()),
  passageIds: z.array(z.string()),
});

/** A document as Lectra reads it: titles and passages in reading order. */
export const sourceDocumentSchema = z.strictObject({
  /** Title of the document: its first heading, else its first words, never empty. */
  title: z.string().min(1),
  subtitle: z.string().nullable(),
  /** The name to cite: the file name without its folder, or "standard input". */
  name: z.string(),
  /** ISO 639-1. */
  language: z.string(),
  sections: z.array(sectionSchema),
  passages: z.array(passageSchema),
});

export type PassageTable = z.infer<typeof passageTableSchema>;
export type Passage = z.infer<typeof passageSchema>;
export type Section = z.infer<typeof sectionSchema>;
export type SourceDocument = z.infer<typeof sourceDocumentSchema>;

import { z } from 'zod';

/** A table as it is shown: every row has one cell a column. */
export const tableExhibitSchema = z.strictObject({
  kind: z.literal('table'),
  /** Heads of the columns; at least two. */
  columns: z.array(z.string()).min(2),
  /** The first cell names the row; the script has one point a row, in this order. */
  rows: z.array(z.array(z.string())).min(1),
  /** Columns of figures: right-aligned. One entry a column. */
  isNumeric: z.array(z.boolean()),
  /** Unit of all figures, when they share one; null otherwise. */
  unit: z.string().nullable(),
  /** Where the table stands in the source. */
  source: z.string(),
});

/** Quantities of one unit. The script has one point: what they show. */
export const chartExhibitSchema = z.strictObject({
  kind: z.literal('chart'),
  /** Bars compare things, largest first; columns follow a time. */
  form: z.enum(['bars', 'columns']),
  unit: z.string(),
  items: z
    .array(z.strictObject({ label: z.string().min(1), value: z.number(), shown: z.string().min(1) }))
    .min(2)
    .max(12),
  /** The item that the point is about. */
  highlight: z.number().int().nonnegative(),
  source: z.string(),
});

/** One figure that says it all. The script has one point: the sentence that it stands in. */
export const bigNumberExhibitSchema = z.strictObject({
  kind: z.literal('big-number'),
  /** As shown, with its unit: "97 %". */
  figure: z.string().min(1),
  /** The figure as a part of a whole, 0 to 1; null when it is none. */
  share: z.number().min(0).max(1).nullable(),
});

export const quoteExhibitSchema = z.strictObject({
  kind: z.literal('quote'),
  /** Without quotation marks. */
  text: z.string().min(1),
  who: z.string().nullable(),
  where: z.string().nullable(),
});

export const definitionExhibitSchema = z.strictObject({
  kind: z.literal('definition'),
  term: z.string().min(1),
  meaning: z.string().min(1),
});

/** What a slide shows instead of rows. Its layout has the same name. */
export const exhibitSchema = z.discriminatedUnion('kind', [
  tableExhibitSchema,
  chartExhibitSchema,
  bigNumberExhibitSchema,
  quoteExhibitSchema,
  definitionExhibitSchema,
]);

export type TableExhibit = z.infer<typeof tableExhibitSchema>;
export type ChartExhibit = z.infer<typeof chartExhibitSchema>;
export type BigNumberExhibit = z.infer<typeof bigNumberExhibitSchema>;
export type QuoteExhibit = z.infer<typeof quoteExhibitSchema>;
export type Exhibit = z.infer<typeof exhibitSchema>;

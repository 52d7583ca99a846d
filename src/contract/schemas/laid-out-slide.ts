import { z } from 'zod';
import { artifactRefSchema } from './artifact-ref.ts';

const colorSchema = z.string().regex(/^[0-9A-F]{6}$/);
const box = { xIn: z.number(), yIn: z.number(), widthIn: z.number().nonnegative(), heightIn: z.number().nonnegative() };

export const textRunSchema = z.strictObject({
  text: z.string(),
  /** The font that the PPTX names; frames draw its metric twin. */
  fontFamily: z.enum(['Calibri', 'Arial', 'Georgia', 'Nirmala UI']),
  sizePt: z.number().positive(),
  bold: z.boolean(),
  italic: z.boolean(),
  color: colorSchema,
  trackingPt: z.number(),
});

/** One paragraph as PPTX writes it. */
export const paragraphSchema = z.strictObject({
  runs: z.array(textRunSchema).min(1),
  spaceBeforePt: z.number().nonnegative(),
  /** Multiple of the 1.2 em line. */
  lineSpacing: z.number().positive(),
  /** Colour of the square marker, or null for a paragraph without one. */
  bulletColor: colorSchema.nullable(),
  /** Left indent of the text; the marker hangs to its left. */
  indentIn: z.number().nonnegative(),
});

/** One line as frames draw it. Coordinates are on the slide. */
export const textLineSchema = z.strictObject({
  xIn: z.number(),
  baselineIn: z.number(),
  widthIn: z.number().nonnegative(),
  runs: z.array(textRunSchema).min(1),
});

const markerSchema = z.strictObject({ xIn: z.number(), yIn: z.number(), sideIn: z.number(), color: colorSchema });

export const textShapeSchema = z.strictObject({
  kind: z.literal('text'),
  ...box,
  /** Which placeholder of the PPTX layout holds this text; null for a plain text box. */
  placeholder: z.enum(['title', 'subtitle', 'body']).nullable(),
  align: z.enum(['left', 'center', 'right']),
  valign: z.enum(['top', 'middle', 'bottom']),
  paragraphs: z.array(paragraphSchema).min(1),
  /** The same text broken into lines: what was measured, and what frames draw. */
  lines: z.array(textLineSchema),
  /** Row markers as frames draw them, one for each paragraph with a bullet. */
  markers: z.array(markerSchema),
});

const strokeSchema = z.strictObject({ color: colorSchema, widthPt: z.number().positive() });

export const rectShapeSchema = z.strictObject({
  kind: z.literal('rect'),
  ...box,
  fill: colorSchema.nullable(),
  stroke: strokeSchema.nullable(),
  radiusIn: z.number().nonnegative(),
});

export const lineShapeSchema = z.strictObject({
  kind: z.literal('line'),
  x1In: z.number(),
  y1In: z.number(),
  x2In: z.number(),
  y2In: z.number(),
  stroke: strokeSchema,
});

/** A picture whose bytes already have the aspect of the box: nobody crops it again. */
export const pictureShapeSchema = z.strictObject({
  kind: z.literal('picture'),
  ...box,
  picture: artifactRefSchema,
  altText: z.string(),
});

/** A table: PPTX gets an editable one, frames draw the same cells, fills and rules. */
export const tableShapeSchema = z.strictObject({
  kind: z.literal('table'),
  ...box,
  altText: z.string(),
  /** They fill the width. */
  columnWidthsIn: z.array(z.number().positive()).min(1),
  /** From the head down; their heights fill the height. */
  rows: z
    .array(
      z.strictObject({
        heightIn: z.number().positive(),
        fill: colorSchema.nullable(),
        ruleUnder: strokeSchema,
        /** One a column; a cell's box is its column less the inner margins. */
        cells: z.array(textShapeSchema).min(1),
      }),
    )
    .min(1),
});

const textStyleSchema = textRunSchema.omit({ text: true });

/** A chart: PPTX gets an editable one with its figures, frames draw the shapes that stand for it. */
export const chartShapeSchema = z.strictObject({
  kind: z.literal('chart'),
  ...box,
  altText: z.string(),
  /** Bars lie and are read from the top, columns stand and are read from the left. */
  form: z.enum(['bars', 'columns']),
  unit: z.string(),
  items: z.array(z.strictObject({ label: z.string(), value: z.number(), shown: z.string() })).min(1),
  /** The item in the accent colour, or null when none is. */
  highlight: z.number().int().nonnegative().nullable(),
  barColor: colorSchema,
  accentColor: colorSchema,
  axisColor: colorSchema,
  labelStyle: textStyleSchema,
  valueStyle: textStyleSchema,
  /** Where the bars stand, and the values at its two ends. */
  plot: z.strictObject({ ...box, minValue: z.number(), maxValue: z.number() }),
  drawn: z.array(z.discriminatedUnion('kind', [textShapeSchema, rectShapeSchema, lineShapeSchema])),
});

export const placedShapeSchema = z.discriminatedUnion('kind', [
  textShapeSchema,
  rectShapeSchema,
  lineShapeSchema,
  pictureShapeSchema,
  tableShapeSchema,
  chartShapeSchema,
]);

/** One still of the video. A page shows its stills in order; the last one is the plain state that PPTX shows. */
export const stillSchema = z.strictObject({
  state: z.enum(['calm', 'lit', 'plain']),
  /** The lit point (index into the script's points), null unless the state is "lit". */
  pointIndex: z.number().int().nonnegative().nullable(),
  shapes: z.array(placedShapeSchema),
});

export const laidOutPageSchema = z.strictObject({
  /** Text of the title placeholder. */
  title: z.string(),
  /** Points of the script that stand on this page, in order. */
  pointIndices: z.array(z.number().int().nonnegative()),
  background: colorSchema,
  /** Never empty. One "plain" still alone when the page has no builds; else calm, lit per point, plain. */
  stills: z.array(stillSchema).min(1),
});

export const laidOutSlideSchema = z.strictObject({
  slideId: z.string(),
  layout: z.string(),
  theme: z.string(),
  pages: z.array(laidOutPageSchema).min(1),
});

export type TextRun = z.infer<typeof textRunSchema>;
export type Paragraph = z.infer<typeof paragraphSchema>;
export type TextLine = z.infer<typeof textLineSchema>;
export type TextShape = z.infer<typeof textShapeSchema>;
export type RectShape = z.infer<typeof rectShapeSchema>;
export type LineShape = z.infer<typeof lineShapeSchema>;
export type PictureShape = z.infer<typeof pictureShapeSchema>;
export type TableShape = z.infer<typeof tableShapeSchema>;
export type ChartShape = z.infer<typeof chartShapeSchema>;
export type PlacedShape = z.infer<typeof placedShapeSchema>;
export type Still = z.infer<typeof stillSchema>;
export type LaidOutPage = z.infer<typeof laidOutPageSchema>;
export type LaidOutSlide = z.infer<typeof laidOutSlideSchema>;

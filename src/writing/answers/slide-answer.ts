import { z } from 'zod';
import type { AnswerKind } from './answer-kind.ts';
import { showsIcon } from './shows-icon.ts';
import { TEXT_LIMITS } from './text-limits.ts';

export interface SlideAnswerLimits {
  readonly kind: AnswerKind;
  readonly wantsPicture: boolean;
  /** Short names of the passages that it may cite; empty without a document. */
  readonly passages: readonly string[];
  /** Sentences of the narration, at least and at most. */
  readonly sentences: { readonly least: number; readonly most: number };
}

const MOST_POINTS = 5;
const MOST_ROWS = 6;

const headingSchema = z.string().min(1).max(TEXT_LIMITS.heading);
const pointSchema = z.string().min(1).max(TEXT_LIMITS.point);

/** English, whatever the lecture is in. */
const keywordsSchema = z.array(z.string().min(1).max(TEXT_LIMITS.keyword)).min(1).max(4);

const pictureSchema = z.strictObject({
  keywords: keywordsSchema,
  shows: z.string().min(1).max(TEXT_LIMITS.pictureShows),
});

/** What a slide of that kind shows; the number of things that a sentence may speak about. */
const SHOWN = {
  cover: { fields: {}, most: 0 },
  section: { fields: {}, most: 0 },
  closing: { fields: { points: z.array(pointSchema).min(2).max(MOST_POINTS) }, most: MOST_POINTS },
  bullets: { fields: { points: z.array(pointSchema).min(2).max(MOST_POINTS) }, most: MOST_POINTS },
  definition: {
    fields: { term: z.string().min(1).max(TEXT_LIMITS.term), meaning: z.string().min(1).max(TEXT_LIMITS.meaning) },
    most: 0,
  },
  quote: {
    fields: {
      quote: z.string().min(1).max(TEXT_LIMITS.quote),
      who: z.string().max(TEXT_LIMITS.source),
      where: z.string().max(TEXT_LIMITS.source),
    },
    most: 0,
  },
  'big-number': {
    fields: { figure: z.string().min(1).max(TEXT_LIMITS.figure), says: pointSchema },
    most: 1,
  },
  table: {
    fields: {
      columns: z.array(z.string().min(1).max(TEXT_LIMITS.columnHead)).min(2).max(4),
      rows: z
        .array(z.array(z.string().max(TEXT_LIMITS.cell)).min(2).max(4))
        .min(2)
        .max(MOST_ROWS),
    },
    most: MOST_ROWS,
  },
  chart: {
    fields: {
      unit: z.string().max(TEXT_LIMITS.unit),
      items: z
        .array(
          z.strictObject({
            label: z.string().min(1).max(TEXT_LIMITS.label),
            value: z.string().min(1).max(TEXT_LIMITS.figure),
          }),
        )
        .min(2)
        .max(8),
      says: pointSchema,
    },
    most: 1,
  },
} as const satisfies Record<AnswerKind, { readonly fields: z.ZodRawShape; readonly most: number }>;

/**
 * Returns the shape of one slide as a model writes it: what it shows, the picture or the icon's words, what is said,
 * what it is taken from. A sentence `supports` the number, from 1, of the row that it speaks about, or null.
 */
export function slideAnswerSchema({ kind, passages, sentences, wantsPicture }: SlideAnswerLimits) {
  const { fields, most } = SHOWN[kind];
  const numbers = Array.from({ length: most }, (_, index) => index + 1);
  return z.strictObject({
    heading: headingSchema,
    ...fields,
    ...(wantsPicture ? { picture: pictureSchema } : {}),
    // An answer without them is no worse than its heading: not worth asking again.
    ...(showsIcon(kind, wantsPicture) ? { keywords: keywordsSchema.optional().catch(undefined) } : {}),
    narration: z
      .array(
        z.strictObject({ text: z.string().min(1).max(TEXT_LIMITS.sentence), supports: z.literal([...numbers, null]) }),
      )
      .min(sentences.least)
      .max(sentences.most),
    ...(passages.length === 0 ? {} : { citations: z.array(z.enum(passages)).min(1).max(passages.length) }),
  });
}

/** A slide as a model writes it, whatever its kind: fields of other kinds are absent. */
export interface SlideAnswer {
  readonly heading: string;
  readonly points?: readonly string[];
  readonly term?: string;
  readonly meaning?: string;
  readonly quote?: string;
  readonly who?: string;
  readonly where?: string;
  readonly figure?: string;
  readonly says?: string;
  readonly columns?: readonly string[];
  readonly rows?: readonly (readonly string[])[];
  readonly unit?: string;
  readonly items?: readonly { readonly label: string; readonly value: string }[];
  readonly picture?: { readonly keywords: readonly string[]; readonly shows: string };
  readonly keywords?: readonly string[];
  readonly narration: readonly { readonly text: string; readonly supports: number | null }[];
  readonly citations?: readonly string[];
}

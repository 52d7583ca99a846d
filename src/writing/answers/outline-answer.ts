import { z } from 'zod';
import { TEXT_LIMITS } from './text-limits.ts';

/** Layouts that a model may choose for a slide of its own. */
export const CHOOSABLE_LAYOUTS = ['bullets', 'definition', 'table', 'quote', 'big-number', 'chart'] as const;

export type ChoosableLayout = (typeof CHOOSABLE_LAYOUTS)[number];

export interface OutlineAnswerLimits {
  /** Slides between cover and closing. */
  readonly contentSlides: number;
  /** Short names of the passages ("p1"); empty without a document. */
  readonly passages: readonly string[];
  /** At least one. Quote, big-number and chart need a document to take them from. */
  readonly layouts: readonly ChoosableLayout[];
}

/** Returns the shape of one slide of an outline. */
export function plannedSlideSchema({ layouts, passages }: Omit<OutlineAnswerLimits, 'contentSlides'>) {
  return z.strictObject({
    heading: z.string().min(1).max(TEXT_LIMITS.heading),
    claim: z.string().min(1).max(TEXT_LIMITS.claim),
    covers: z.array(z.string().min(1).max(TEXT_LIMITS.cover)).min(1).max(3),
    layout: z.enum(layouts),
    picture: z.boolean(),
    // Without a document the list is empty, and stays in the shape so that there is only one.
    passages:
      passages.length === 0
        ? z.array(z.string()).max(0)
        : z.array(z.enum(passages)).min(1).max(Math.min(8, passages.length)),
  });
}

/** Returns the shape of an outline as a model writes it. */
export function outlineAnswerSchema({ contentSlides, ...limits }: OutlineAnswerLimits) {
  return z.strictObject({
    title: z.string().min(1).max(TEXT_LIMITS.heading),
    subtitle: z.string().max(TEXT_LIMITS.subtitle),
    slides: z.array(plannedSlideSchema(limits)).length(contentSlides),
    closing: z.string().min(1).max(TEXT_LIMITS.heading),
  });
}

/** An outline as a model wrote it, in one row of slides. */
export interface OutlineAnswer extends z.infer<ReturnType<typeof outlineAnswerSchema>> {
  /** Sections in order, with the number of slides that each has; absent where the lecture has none. */
  readonly sections?: readonly { readonly title: string; readonly slides: number }[];
}

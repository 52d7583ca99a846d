import { z } from 'zod';
import { type OutlineAnswer, type OutlineAnswerLimits, plannedSlideSchema } from './outline-answer.ts';
import { TEXT_LIMITS } from './text-limits.ts';

export interface PartedOutlineLimits extends Omit<OutlineAnswerLimits, 'contentSlides'> {
  /** Slides of each part. */
  readonly sizes: readonly number[];
}

/**
 * Returns the shape of an outline in parts as a model writes it: the title of each part right before its slides, and a name
 * for each part, since only so can a schema give each a length of its own.
 */
export function partedOutlineAnswerSchema({ sizes, ...limits }: PartedOutlineLimits) {
  const slide = plannedSlideSchema(limits);
  const parts = sizes.map((size, index) => {
    const title = z.string().min(1).max(TEXT_LIMITS.heading);
    return [partKey(index), z.strictObject({ title, slides: z.array(slide).length(size) })] as const;
  });
  return z.strictObject({
    title: z.string().min(1).max(TEXT_LIMITS.heading),
    subtitle: z.string().max(TEXT_LIMITS.subtitle),
    parts: z.strictObject(Object.fromEntries(parts)),
    closing: z.string().min(1).max(TEXT_LIMITS.heading),
  });
}

/** Returns an outline in parts as one row of slides, and where its sections begin. */
export function joinParts({ parts, ...frame }: z.infer<ReturnType<typeof partedOutlineAnswerSchema>>): OutlineAnswer {
  const inOrder = Object.values(parts);
  return {
    ...frame,
    slides: inOrder.flatMap(({ slides }) => slides),
    sections: inOrder.map(({ slides, title }) => ({ title, slides: slides.length })),
  };
}

/** Returns the name of a part in the answer: "part1" is the first. */
export const partKey = (index: number): string => `part${index + 1}`;

import { z } from 'zod';

/** How a sentence may be spoken otherwise than the rest. */
export const RATES = ['slower', 'normal', 'faster'] as const;
export const PITCHES = ['lower', 'normal', 'higher'] as const;
export const PAUSES = ['normal', 'long', 'longest'] as const;

/**
 * Returns the shape of a slide's tags as a model writes them: only for sentences that should stand out, by number from 1,
 * in enums, so that the text cannot change. `sentences` is how many the slide has.
 */
export function prosodyAnswerSchema(sentences: number) {
  const numbers = Array.from({ length: sentences }, (_, index) => index + 1);
  return z.strictObject({
    tags: z
      .array(
        z.strictObject({
          sentence: z.literal(numbers),
          rate: z.enum(RATES),
          pitch: z.enum(PITCHES),
          pause: z.enum(PAUSES),
        }),
      )
      .max(Math.max(1, Math.ceil(sentences * 0.4))),
  });
}

export type ProsodyAnswer = z.infer<ReturnType<typeof prosodyAnswerSchema>>;

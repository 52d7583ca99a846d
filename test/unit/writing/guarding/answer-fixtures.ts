import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { CHOOSABLE_LAYOUTS, outlineAnswerSchema } from '../../../../src/writing/answers/outline-answer.ts';
import { prosodyAnswerSchema } from '../../../../src/writing/answers/prosody-answer.ts';
import { type SlideAnswer, slideAnswerSchema } from '../../../../src/writing/answers/slide-answer.ts';
import { checkOutlineAnswer } from '../../../../src/writing/guarding/check-outline-answer.ts';
import { checkProsodyAnswer } from '../../../../src/writing/guarding/check-prosody-answer.ts';
import { checkSlideAnswer } from '../../../../src/writing/guarding/check-slide-answer.ts';
import type { Mended, Problem } from '../../../../src/writing/guarding/guarding-rules.ts';
import { mendOutlineAnswer } from '../../../../src/writing/guarding/mend-outline-answer.ts';
import { mendProsodyAnswer } from '../../../../src/writing/guarding/mend-prosody-answer.ts';
import { mendSlideAnswer } from '../../../../src/writing/guarding/mend-slide-answer.ts';

const FOLDER = new URL('../../../fixtures/answers/', import.meta.url);

const textContext = {
  language: z.string(),
  given: z.string(),
  passages: z.array(z.strictObject({ name: z.string(), text: z.string() })),
};
const KINDS = [...CHOOSABLE_LAYOUTS, 'cover', 'section', 'closing'] as const;
const slideContext = z.strictObject({
  ...textContext,
  kind: z.enum(KINDS),
  wantsPicture: z.boolean(),
  heading: z.string(),
  words: z.number(),
});
const outlineContext = z.strictObject({
  ...textContext,
  contentSlides: z.number(),
  layouts: z.array(z.enum(CHOOSABLE_LAYOUTS)),
});
const prosodyContext = z.strictObject({ sentences: z.array(z.string()) });

const fixtureSchema = z.strictObject({
  about: z.string(),
  context: z.unknown(),
  /** What the model said: as JSON, or as it came. */
  answer: z.unknown().optional(),
  text: z.string().optional(),
  finish: z.enum(['stop', 'length']).default('stop'),
  /** The rule that a bad answer is meant for, and what becomes of it when the model answers the same again. */
  rule: z.string().optional(),
  outcome: z.enum(['mended', 'tidied', 'refused']).optional(),
  /** Text that the mend leaves out, or leaves in once. */
  gone: z.string().optional(),
  once: z.string().optional(),
});

/** A hand-written answer of a model, with all that judges it. */
export interface AnswerFixture {
  readonly name: string;
  readonly about: string;
  readonly text: string;
  readonly finish: 'stop' | 'length';
  readonly rule: string | null;
  readonly outcome: 'mended' | 'tidied' | 'refused' | null;
  readonly gone: string | null;
  readonly once: string | null;
  readonly language: string | null;
  readonly guard: Guard<unknown>;
}

/** How answers of one kind are judged and mended. */
export interface Guard<Answer> {
  readonly schema: z.ZodType<Answer>;
  readonly check: (answer: Answer) => readonly Problem[];
  readonly mend: (answer: Answer) => Mended<Answer> | null;
}

export type AnswerFolder = 'outline' | 'slide' | 'prosody';

/** Returns the fixtures of a folder, by name. */
export function readAnswerFixtures(folder: AnswerFolder): readonly AnswerFixture[] {
  return readdirSync(new URL(`${folder}/`, FOLDER))
    .sort()
    .map((file) => {
      const raw: unknown = JSON.parse(readFileSync(new URL(`${folder}/${file}`, FOLDER), 'utf8'));
      const fixture = fixtureSchema.parse(raw);
      return {
        name: file.replace(/\.json$/u, ''),
        about: fixture.about,
        text: fixture.text ?? JSON.stringify(fixture.answer),
        finish: fixture.finish,
        rule: fixture.rule ?? null,
        outcome: fixture.outcome ?? null,
        gone: fixture.gone ?? null,
        once: fixture.once ?? null,
        language: z.looseObject({ language: z.string() }).safeParse(fixture.context).data?.language ?? null,
        guard: GUARDS[folder](fixture.context),
      };
    });
}

/** The guard without its type: fixtures of all kinds are run alike. */
function untyped<Answer>({ check, mend, schema }: Guard<Answer>): Guard<unknown> {
  return { schema, check: (answer) => check(schema.parse(answer)), mend: (answer) => mend(schema.parse(answer)) };
}

const slideShape = (context: z.infer<typeof slideContext>): z.ZodType<SlideAnswer> =>
  // The union of all kinds hides which fields a kind has; each of them is one of SlideAnswer's.
  slideAnswerSchema({
    kind: context.kind,
    wantsPicture: context.wantsPicture,
    passages: context.passages.map(({ name }) => name),
    sentences: { least: 1, most: 12 },
  }) as z.ZodType<SlideAnswer>;

const GUARDS: Readonly<Record<AnswerFolder, (context: unknown) => Guard<unknown>>> = {
  slide: (value) => {
    const context = slideContext.parse(value);
    const schema = slideShape(context);
    return {
      schema,
      check: (answer) => checkSlideAnswer(answer as SlideAnswer, context),
      mend: (answer) => mendSlideAnswer(schema.parse(answer), context),
    };
  },
  outline: (value) => {
    const context = outlineContext.parse(value);
    const { contentSlides, layouts, passages } = context;
    return untyped({
      schema: outlineAnswerSchema({ contentSlides, layouts, passages: passages.map(({ name }) => name) }),
      check: (answer) => checkOutlineAnswer(answer, context),
      mend: (answer) => mendOutlineAnswer(answer, context),
    });
  },
  prosody: (value) => {
    const context = prosodyContext.parse(value);
    return untyped({
      schema: prosodyAnswerSchema(context.sentences.length),
      check: (answer) => checkProsodyAnswer(answer, context),
      mend: (answer) => mendProsodyAnswer(answer, context),
    });
  },
};

import { z } from 'zod';
import type { AnswerKind } from '../../../src/writing/answers/answer-kind.ts';
import { outlineAnswerSchema } from '../../../src/writing/answers/outline-answer.ts';
import { partedOutlineAnswerSchema } from '../../../src/writing/answers/parted-outline-answer.ts';
import { prosodyAnswerSchema } from '../../../src/writing/answers/prosody-answer.ts';
import { slideAnswerSchema } from '../../../src/writing/answers/slide-answer.ts';
import { toJsonSchema } from '../../../src/writing/answers/to-json-schema.ts';
import type { JsonSchema } from '../../../src/writing/model-transport.ts';

const KINDS: readonly AnswerKind[] = [
  'bullets',
  'cover',
  'definition',
  'table',
  'quote',
  'big-number',
  'chart',
  'section',
  'closing',
];
const PASSAGES = ['p1', 'p2', 'p3'];

/** What an answer is held to. */
export interface Shape {
  readonly name: string;
  readonly schema: z.ZodType;
}

const slideShape = (kind: AnswerKind, index: number): Shape => ({
  name: 'slide',
  schema: slideAnswerSchema({
    kind,
    wantsPicture: index % 2 === 0,
    passages: index % 3 === 0 ? [] : PASSAGES,
    sentences: { least: 2, most: 4 },
  }),
});

/** In parts every third time, of different lengths. */
function outlineShape(index: number): z.ZodType {
  const layouts = ['bullets', 'definition', 'table'] as const;
  const passages = index % 2 === 0 ? PASSAGES : [];
  return index % 3 === 2
    ? partedOutlineAnswerSchema({ sizes: [1, 2], passages, layouts })
    : outlineAnswerSchema({ contentSlides: 3, passages, layouts });
}

/** Returns one shape for each call of a lecture, `count` of each. */
export function shapesOf(count: number): readonly Shape[] {
  return Array.from({ length: count }, (_, index) => [
    { name: 'outline', schema: outlineShape(index) },
    slideShape(KINDS[index % KINDS.length] ?? 'bullets', index),
    { name: 'prosody', schema: prosodyAnswerSchema(2 + index) },
  ]).flat();
}

/** Returns a schema with short strings: the tiny model fills every one to its end. */
export function shortened(schema: z.ZodType): JsonSchema {
  const text = JSON.stringify(toJsonSchema(schema), (key, value: unknown) =>
    key === 'maxLength' && typeof value === 'number' ? Math.min(value, 12) : value,
  );
  return z.record(z.string(), z.json()).parse(JSON.parse(text));
}

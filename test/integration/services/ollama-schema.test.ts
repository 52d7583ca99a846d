import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createRandom } from '../../../src/deck/seeds/create-random.ts';
import { createProse } from '../../services/ollama/prose.ts';
import { checkSchema } from '../../services/ollama/schema/check-schema.ts';
import { writeJson } from '../../services/ollama/schema/write-json.ts';
import { splitTokens } from '../../services/ollama/split-tokens.ts';

const Node = z.strictObject({
  label: z.string().min(1).max(20),
  get children() {
    return z.array(Node).max(2);
  },
});
const Root = z.strictObject({ tree: Node.meta({ id: 'Node' }) });

const Outline = z.strictObject({
  title: z.string().min(5).max(60),
  arc: z.enum(['कहानी', 'problem', 'tour']),
  version: z.literal(2),
  slides: z
    .array(
      z.strictObject({
        id: z.string().regex(/^c[0-9]{2}$/),
        heading: z.string().max(12),
        narration: z.string().min(120).max(500),
        sources: z
          .array(z.enum(['c01', 'c02', 'c03']))
          .min(1)
          .max(3),
        words: z.int().gt(20).lt(24),
        picture: z.string().max(30).nullable(),
        visual: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('chart'), bars: z.array(z.number()).length(3) }),
          z.strictObject({ kind: z.literal('quote'), by: z.string().max(25) }),
        ]),
      }),
    )
    .length(3),
  note: z.string().optional(),
});

function write(schema: z.ZodType, seed: number, language: 'en' | 'hi'): unknown {
  const json: Record<string, unknown> = z.toJSONSchema(schema);
  checkSchema(json);
  const random = createRandom(seed);
  return writeJson(json, createProse(language, random), random);
}

test.each([
  { name: 'an outline', schema: Outline },
  { name: 'a tree that contains itself', schema: Root },
])('Whatever the seed and the language, $name fits its schema', ({ schema }) => {
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom('en' as const, 'hi' as const), (seed, language) => {
      schema.parse(write(schema, seed, language));
    }),
  );
});

test('Required fields come first, in the order of the properties', () => {
  const schema = {
    type: 'object',
    properties: { b: { type: 'boolean' }, a: { type: 'null' }, c: { type: 'integer', minimum: 7, maximum: 7 } },
    required: ['c', 'a'],
  };
  const random = createRandom(1);
  const value = writeJson(schema, createProse('en', random), random);
  expect(JSON.stringify(value)).toMatch(/^\{"a":null,"c":7(,"b":(true|false))?\}$/);
});

test('allOf joins its members, and a pattern that the engine does not know stays without force', () => {
  const schema = {
    $defs: { named: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] } },
    allOf: [
      { $ref: '#/$defs/named' },
      { type: 'object', properties: { code: { type: 'string', pattern: '^\\d{4}$' } }, required: ['code'] },
    ],
  };
  checkSchema(schema);
  const random = createRandom(3);
  const value = writeJson(schema, createProse('en', random), random);
  expect(value).toMatchObject({ name: expect.any(String), code: expect.stringMatching(/^The /) });
});

test('A word is about 1.3 tokens in English and about 2.6 in Hindi, and no letter is lost', () => {
  for (const [language, tokensPerWord] of [
    ['en', 1.3],
    ['hi', 2.6],
  ] as const) {
    const prose = createProse(language, createRandom(5));
    const text = Array.from({ length: 200 }, () => prose.sentence()).join(' ');
    const tokens = splitTokens(text);
    expect(tokens.join('')).toBe(text);
    expect(tokens.length / text.split(' ').length / tokensPerWord).toBeGreaterThan(0.85);
    expect(tokens.length / text.split(' ').length / tokensPerWord).toBeLessThan(1.15);
  }
});

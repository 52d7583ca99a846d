import { describe, expect, it } from 'vitest';
import { slideAnswerSchema } from '../../../../src/writing/answers/slide-answer.ts';
import { toJsonSchema } from '../../../../src/writing/answers/to-json-schema.ts';

const LIMITS = { passages: [], sentences: { least: 1, most: 3 }, wantsPicture: false };

describe('toJsonSchema', () => {
  it('asks a server for every field, also for those without which an answer is taken', () => {
    const { required } = toJsonSchema(slideAnswerSchema({ ...LIMITS, kind: 'bullets' }));
    expect(required).toEqual(['heading', 'points', 'keywords', 'narration']);
  });
});

describe('slideAnswerSchema', () => {
  const answer = { heading: 'Ice', narration: [{ text: 'Ice flows.', supports: null }] };

  it('takes a slide without words for its icon: not worth asking again', () => {
    expect(slideAnswerSchema({ ...LIMITS, kind: 'cover' }).safeParse(answer).success).toBe(true);
  });

  it.each([
    ['closing', false],
    ['bullets', true],
  ] as const)('wants no words for an icon where a slide shows none: %s', (kind, wantsPicture) => {
    const { properties } = toJsonSchema(slideAnswerSchema({ ...LIMITS, kind, wantsPicture }));
    expect(properties).not.toHaveProperty('keywords');
  });
});

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

  it.each([
    ['no words', {}],
    ['an empty word', { keywords: [''] }],
    ['too many words', { keywords: ['ice', 'snow', 'frost', 'hail', 'sleet'] }],
  ])('takes a slide with %s for its icon, without them: not worth asking again', (_case, words) => {
    const read = slideAnswerSchema({ ...LIMITS, kind: 'cover' }).parse({ ...answer, ...words });
    expect(read).toEqual(answer);
  });

  it.each([
    ['closing', false],
    ['bullets', true],
  ] as const)('wants no words for an icon where a slide shows none: %s', (kind, wantsPicture) => {
    const { properties } = toJsonSchema(slideAnswerSchema({ ...LIMITS, kind, wantsPicture }));
    expect(properties).not.toHaveProperty('keywords');
  });
});

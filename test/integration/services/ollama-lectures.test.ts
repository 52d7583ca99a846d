import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { AnswerKind } from '../../../src/writing/answers/answer-kind.ts';
import { outlineAnswerSchema } from '../../../src/writing/answers/outline-answer.ts';
import { prosodyAnswerSchema } from '../../../src/writing/answers/prosody-answer.ts';
import { slideAnswerSchema } from '../../../src/writing/answers/slide-answer.ts';
import { toJsonSchema } from '../../../src/writing/answers/to-json-schema.ts';
import type { JsonSchema } from '../../../src/writing/model-transport.ts';
import { readGenerationRequest } from '../../services/ollama/generation-request.ts';
import { answerLectures } from '../../services/ollama/lectures/answer-lectures.ts';
import { countWords } from '../../services/ollama/lectures/word-mill.ts';

const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);
const PASSAGES = {
  p1: 'Sea level rises by 21 centimetres. The tide follows the moon and the sun alike.',
  p2: 'Spain built 14 dams, Norway built 33 dams and Chile built 5.',
};
const KINDS: readonly AnswerKind[] = [
  'cover',
  'bullets',
  'definition',
  'table',
  'quote',
  'big-number',
  'chart',
  'closing',
];

function answer(format: JsonSchema, seed: number, prompt: string): unknown {
  const messages = [{ role: 'user', content: prompt }];
  return answerLectures(readGenerationRequest('chat', { model: 'tiny', messages, format, options: { seed } }));
}

const slideSchemaOf = (kind: AnswerKind) =>
  slideAnswerSchema({
    kind,
    wantsPicture: kind === 'bullets',
    passages: Object.keys(PASSAGES),
    sentences: { least: 3, most: 7 },
  });

/** Fields of every kind. */
const anySlideSchema = z.object({
  points: z.array(z.string()).optional(),
  rows: z.array(z.array(z.string())).optional(),
  says: z.string().optional(),
  quote: z.string().optional(),
  figure: z.string().optional(),
  items: z.array(z.object({ value: z.string() })).optional(),
  narration: z.array(z.object({ text: z.string(), supports: z.number().nullable() })),
});

function writeSlideAnswer(kind: AnswerKind, seed: number, language: string): z.infer<typeof anySlideSchema> {
  const shown = Object.entries(PASSAGES).map(([name, text]) => `${name}: ${text}`);
  const prompt = [...shown, `Write it in ${language}.`, 'narration: 70 words in all'].join('\n');
  return anySlideSchema.parse(slideSchemaOf(kind).parse(answer(toJsonSchema(slideSchemaOf(kind)), seed, prompt)));
}

describe('answers of the Ollama stand-in to writers of lectures', () => {
  it.each(['English', 'Hindi'])(
    'plans slides in %s that differ and share no passage, as a good model does',
    (language) => {
      const passages = Array.from({ length: 12 }, (_, index) => `p${index + 1}`);
      const schema = outlineAnswerSchema({ contentSlides: 8, passages, layouts: ['bullets', 'table', 'definition'] });
      for (const seed of SEEDS) {
        const { slides } = schema.parse(answer(toJsonSchema(schema), seed, `In ${language}.`));
        expect(new Set(slides.map(({ heading }) => heading)).size).toBe(8);
        expect(new Set(slides.flatMap(({ covers }) => covers)).size).toBe(16);
        expect(slides.flatMap((slide) => slide.passages)).toEqual(passages);
      }
    },
  );

  it.each(KINDS.flatMap((kind) => ['English', 'Hindi'].map((language) => ({ kind, language }))))(
    'writes a $kind slide in $language near the wanted length, and speaks about each of its rows',
    ({ kind, language }) => {
      for (const seed of SEEDS) {
        const { items, narration, points, rows, says } = writeSlideAnswer(kind, seed, language);
        const text = narration.map((sentence) => sentence.text).join(' ');
        expect(Math.abs(countWords(text) - 70)).toBeLessThanOrEqual(10);
        expect(/[\u0900-\u097f]/.test(text)).toBe(language === 'Hindi');
        const shown = (points ?? rows)?.length ?? (says === undefined ? 0 : 1);
        const told = new Set(narration.flatMap(({ supports }) => supports ?? []));
        expect([...told]).toEqual(Array.from({ length: shown }, (_, index) => index + 1));
        expect(new Set(items?.map(({ value }) => value)).size).toBe(items?.length ?? 0);
      }
    },
  );

  it('takes quotes and figures from what it cites, since a good model invents none', () => {
    for (const seed of SEEDS) {
      const cited = Object.values(PASSAGES).join(' ');
      expect(cited).toContain(writeSlideAnswer('quote', seed, 'English').quote);
      expect(cited).toContain(writeSlideAnswer('big-number', seed, 'English').figure);
    }
  });

  it('tags a part of the sentences, each once', () => {
    const schema = prosodyAnswerSchema(7);
    for (const seed of SEEDS) {
      const { tags } = schema.parse(answer(toJsonSchema(schema), seed, 'In English.'));
      expect(tags.length).toBeGreaterThan(0);
      expect(new Set(tags.map(({ sentence }) => sentence)).size).toBe(tags.length);
    }
  });

  it('leaves other requests to the usual seeded text', () => {
    expect(answer({ type: 'object', properties: { title: { type: 'string' } } }, 1, 'In English.')).toBeUndefined();
  });
});

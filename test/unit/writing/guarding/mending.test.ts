import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutlineAnswer } from '../../../../src/writing/answers/outline-answer.ts';
import type { SlideAnswer } from '../../../../src/writing/answers/slide-answer.ts';
import { plainWords } from '../../../../src/writing/extractive/wording/content-stems.ts';
import { checkOutlineAnswer } from '../../../../src/writing/guarding/check-outline-answer.ts';
import { checkSlideAnswer } from '../../../../src/writing/guarding/check-slide-answer.ts';
import type { OutlineContext, SlideContext } from '../../../../src/writing/guarding/guarding-context.ts';
import { type Problem, remedyOf } from '../../../../src/writing/guarding/guarding-rules.ts';
import { mendOutlineAnswer } from '../../../../src/writing/guarding/mend-outline-answer.ts';
import { mendSlideAnswer } from '../../../../src/writing/guarding/mend-slide-answer.ts';

const isRefused = (problem: Problem): boolean => !['keep', 'ask'].includes(remedyOf(problem));

const PASSAGES = [
  { name: 'p1', text: 'The canal opened in 1869 and is 193.3 km long.' },
  { name: 'p2', text: 'Ships waited 11 hours. “The desert has become a road,” wrote a traveller.' },
  { name: 'p3', text: 'In 2015 a second lane of 35 km was added.' },
];
const TEXTS = [
  'The canal opened in 1869 after long years of digging in the heat',
  'Ships once had to wait 11 hours until it was their turn',
  'A second lane of 35 km lets them pass each other now',
  'The desert on both sides drinks no water from it',
  'It cost 416 million francs, said the builders',
  'Welcome to this lecture about canals',
  'According to the provided text, ships are large',
  '**Bold** words stand here for no reason.',
  'Los barcos de la India que van al norte pasan por el canal',
  'The desert on both sides drinks no water from it',
  'minLength 3',
  'Point 2',
  'As an AI language model, I cannot know',
  'The lane and the lane and the lane and the lane and the lane and the lane',
  'One sentence that trails off…',
  'Rain',
  'Every layer of sand that the wind brings must be taken out again, and this work never ends, because the wind blows on every single day of the year without rest',
];
const text = fc.constantFrom(...TEXTS);
const supports = fc.option(fc.integer({ min: 1, max: 5 }));
const narration = fc.array(fc.record({ text, supports }), { minLength: 1, maxLength: 8 });
const citations = fc.array(fc.constantFrom('p1', 'p2', 'p3'), { minLength: 1, maxLength: 4 });
const shown = fc.oneof(
  fc.record({ points: fc.array(text, { minLength: 2, maxLength: 5 }) }),
  fc.record({ quote: text, who: fc.constantFrom('', 'a traveller', 'Napoleon'), where: fc.constant('') }),
  fc.record({ figure: fc.constantFrom('193.3 km', '83 %', 'half'), says: text }),
  fc.record({
    columns: fc.constant(['What', 'When']),
    rows: fc.array(fc.array(fc.constantFrom('1869', '2015', 'Lane', '', '1999'), { minLength: 1, maxLength: 3 }), {
      minLength: 2,
      maxLength: 5,
    }),
  }),
);
const slide: fc.Arbitrary<SlideAnswer> = fc
  .tuple(shown, narration, citations, fc.constantFrom('desert', 'नहर', 'image'))
  .map(([fields, sentences, cited, keyword]) => ({
    heading: 'A way through the sand',
    ...fields,
    picture: { keywords: [keyword, 'canal'], shows: 'A ship between dunes' },
    narration: sentences,
    citations: cited,
  }));

function contextFor(answer: SlideAnswer): SlideContext {
  const kind =
    answer.quote !== undefined
      ? 'quote'
      : answer.figure !== undefined
        ? 'big-number'
        : answer.rows !== undefined
          ? 'table'
          : 'bullets';
  return {
    language: 'en',
    given: 'The Suez Canal',
    passages: PASSAGES,
    kind,
    heading: 'A way through the sand',
    words: 40,
  };
}

/** The words of all texts; the number of a row is none. */
const wordsIn = (value: unknown): ReadonlySet<string> =>
  new Set(plainWords(JSON.stringify(value, (key, each: unknown) => (key === 'supports' ? null : each))));

describe('mends of slides', () => {
  it('leave nothing that a check still refuses, and are made of the words of the answer', () => {
    let mendedCount = 0;
    fc.assert(
      fc.property(slide, (answer) => {
        const context = contextFor(answer);
        const mended = mendSlideAnswer(answer, context);
        if (mended === null) return;
        mendedCount += 1;
        expect(checkSlideAnswer(mended.answer, context).filter(isRefused)).toEqual([]);
        const known = wordsIn([answer, context.heading, 'points', PASSAGES.map(({ name }) => name)]);
        expect([...wordsIn(mended.answer)].filter((word) => !known.has(word))).toEqual([]);
        expect(mended.answer.narration.length).toBeGreaterThan(0);
      }),
      { numRuns: 200, seed: 20261122 },
    );
    expect(mendedCount).toBeGreaterThan(20);
  });

  it('say the same about the same answer, so that a step made twice is one', () => {
    fc.assert(
      fc.property(slide, (answer) => {
        const context = contextFor(answer);
        expect(mendSlideAnswer(answer, context)).toEqual(mendSlideAnswer(structuredClone(answer), context));
      }),
      { numRuns: 30, seed: 20261122 },
    );
  });

  it('leave a mended answer as it is, since nothing is left to do', () => {
    fc.assert(
      fc.property(slide, (answer) => {
        const context = contextFor(answer);
        const mended = mendSlideAnswer(answer, context);
        if (mended !== null) expect(mendSlideAnswer(mended.answer, context)?.answer).toEqual(mended.answer);
      }),
      { numRuns: 60, seed: 20261122 },
    );
  });
});

const HEADINGS = [
  'A way through the sand',
  'Conclusion',
  'Slide 2',
  'Ships that wait',
  '**The second lane**',
  'Why trade needs it',
  'Built in 1859',
];
const outline: fc.Arbitrary<OutlineAnswer> = fc
  .array(
    fc.record({
      heading: fc.constantFrom(...HEADINGS),
      claim: fc.constantFrom(
        'The canal opened in 1869',
        'A second lane of 35 km lets ships pass',
        'In this slide we will look at ships',
        'It cost 416 million francs',
        'Trade hangs on a narrow way',
      ),
      covers: fc.uniqueArray(
        fc.constantFrom('digging', 'the second lane', 'waiting ships', 'desert sand', 'TBD', 'trade'),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
      layout: fc.constant('bullets' as const),
      picture: fc.boolean(),
      passages: fc.uniqueArray(fc.constantFrom('p1', 'p2', 'p3'), { minLength: 1, maxLength: 3 }),
    }),
    { minLength: 2, maxLength: 3 },
  )
  .map((slides) => ({ title: 'The Suez Canal', subtitle: 'TBD', slides, closing: 'A narrow way' }));

describe('mends of outlines', () => {
  it('leave nothing that a check still refuses, keep every slide, and are made of the words of the answer', () => {
    const context: OutlineContext = { language: 'en', given: 'The Suez Canal', passages: PASSAGES };
    let mendedCount = 0;
    fc.assert(
      fc.property(outline, (answer) => {
        const mended = mendOutlineAnswer(answer, context);
        if (mended === null) return;
        mendedCount += 1;
        expect(checkOutlineAnswer(mended.answer, context).filter(isRefused)).toEqual([]);
        expect(mended.answer.slides).toHaveLength(answer.slides.length);
        const taken = mended.answer.slides.flatMap(({ passages }) => passages);
        expect(new Set(taken).size).toBe(taken.length);
        const known = wordsIn([answer, PASSAGES.map(({ name }) => name)]);
        expect([...wordsIn(mended.answer)].filter((word) => !known.has(word))).toEqual([]);
      }),
      { numRuns: 150, seed: 20261122 },
    );
    expect(mendedCount).toBeGreaterThan(15);
  });
});

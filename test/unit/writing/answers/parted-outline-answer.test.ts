import { describe, expect, it } from 'vitest';
import { joinParts, partedOutlineAnswerSchema } from '../../../../src/writing/answers/parted-outline-answer.ts';
import { toJsonSchema } from '../../../../src/writing/answers/to-json-schema.ts';
import { checkOutlineAnswer } from '../../../../src/writing/guarding/check-outline-answer.ts';
import { mendOutlineAnswer } from '../../../../src/writing/guarding/mend-outline-answer.ts';
import { outlineAnswer } from '../../../fixtures/sample-lecture.ts';

const CONTEXT = { language: 'en', given: 'AI in healthcare', passages: [] };

/** The sample outline in two parts, with these titles. */
function inParts(first: string, second: string, language: 'en' | 'hi' = 'en') {
  const { slides, ...frame } = outlineAnswer(language);
  const parts = {
    part1: { title: first, slides: slides.slice(0, 3) },
    part2: { title: second, slides: slides.slice(3) },
  };
  return { ...frame, parts };
}
const schema = partedOutlineAnswerSchema({ sizes: [3, 5], layouts: ['bullets', 'definition'], passages: [] });
const read = (answer: unknown) => joinParts(schema.parse(answer));

describe('an outline in parts', () => {
  it('becomes one row of slides with the sections that they belong to, and passes untouched when it is good', () => {
    const answer = read(inParts('Help in the clinic', 'Trust and its limits'));
    expect(answer).toEqual({
      ...outlineAnswer('en'),
      sections: [
        { title: 'Help in the clinic', slides: 3 },
        { title: 'Trust and its limits', slides: 5 },
      ],
    });
    expect(checkOutlineAnswer(answer, CONTEXT)).toEqual([]);
  });

  it('passes in Hindi', () => {
    const answer = read(inParts('पानी ऊपर कैसे जाता है', 'पानी नीचे कैसे आता है', 'hi'));
    expect(checkOutlineAnswer(answer, { ...CONTEXT, language: 'hi', given: 'जल चक्र' })).toEqual([]);
  });

  it.each([
    ['a slide too few in a part', { part1: { title: 'Help', slides: outlineAnswer('en').slides.slice(0, 2) } }],
    ['a part without a title', { part1: { slides: outlineAnswer('en').slides.slice(0, 3) } }],
    ['a part too many', { part3: { title: 'More', slides: [] } }],
  ])('is refused with %s', (_what, parts) => {
    const answer = inParts('Help in the clinic', 'Trust and its limits');
    expect(schema.safeParse({ ...answer, parts: { ...answer.parts, ...parts } }).success).toBe(false);
  });

  it('gives each part its own length in the schema that servers keep to', () => {
    expect(toJsonSchema(schema)).toMatchObject({
      required: ['title', 'subtitle', 'parts', 'closing'],
      properties: {
        parts: {
          required: ['part1', 'part2'],
          properties: {
            part1: { required: ['title', 'slides'], properties: { slides: { minItems: 3, maxItems: 3 } } },
            part2: { properties: { slides: { minItems: 5, maxItems: 5 } } },
          },
        },
      },
    });
  });
});

describe('the title of a part', () => {
  it.each([
    ['says what one before says', 'Help in the clinic', 'same-heading'],
    ['only counts', 'Part 2', 'placeholder'],
    ['is in another language', 'नैदानिक कार्य में भरोसा और उसकी सीमाएँ', null],
  ])('is found where it %s, and gives way to the heading of its first slide', (_what, title, rule) => {
    const answer = read(inParts('Help in the clinic', title));
    const problems = checkOutlineAnswer(answer, CONTEXT);
    expect(problems.map(({ path }) => path)).toContain('sections[1].title');
    if (rule !== null) expect(problems.map((problem) => problem.rule)).toContain(rule);
    const mended = mendOutlineAnswer(answer, CONTEXT);
    expect(mended?.answer.sections?.map((section) => section.title)).toEqual([
      'Help in the clinic',
      'New medicines from old measurements',
    ]);
    expect(mended?.changes.at(-1)).toMatch(
      /^the section title “.+” gave way to the heading of its first slide \(.+\)$/u,
    );
  });

  it('loses its marks without a word, as every heading does', () => {
    const answer = read(inParts('**Help in the clinic**', 'Trust and its limits'));
    expect(mendOutlineAnswer(answer, CONTEXT)).toMatchObject({
      changes: [],
      answer: { sections: [{ title: 'Help in the clinic', slides: 3 }, {}] },
    });
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completeOutline } from '../../../src/activities/complete-outline.ts';
import { parseEditedOutline } from '../../../src/activities/parse-edited-outline.ts';
import type { WriterChoice } from '../../../src/contract/plan.ts';
import {
  LAYOUT_FAMILIES,
  type Outline,
  type OutlineSlide,
  outlineSchema,
} from '../../../src/contract/schemas/outline.ts';

const MODEL: WriterChoice = { writer: 'ollama', model: 'm', modelDigest: null, role: 'gpu' };
const RULES: WriterChoice = { writer: 'extractive', model: null, modelDigest: null, role: 'media' };
const PASSAGES = new Set(['p-1', 'p-2', 'p-3']);

const slide = (id: string, more: Partial<OutlineSlide> = {}): OutlineSlide => ({
  id,
  role: 'content',
  layout: 'bullets',
  heading: `Heading of ${id}`,
  subtitle: null,
  claim: null,
  covers: [],
  words: null,
  pictureKeywords: null,
  passageIds: [],
  progress: null,
  ...more,
});
const COVER = slide('cover', { role: 'cover', layout: 'cover', subtitle: 'Twice a day' });
const EBB = slide('ebb', { passageIds: ['p-1'], claim: 'Water leaves.', covers: ['ebb'], words: 65 });
const FLOOD = slide('flood', { layout: 'bullets-picture', pictureKeywords: ['sea'], passageIds: ['p-2'] });
const CLOSING = slide('closing', { role: 'closing', layout: 'closing', passageIds: ['p-1'] });
const outline = (slides: readonly unknown[], more: object = {}) => ({
  title: 'Tides',
  subtitle: null,
  language: 'en',
  writer: 'extractive',
  slides,
  ...more,
});
const PRINTED = outline([COVER, EBB, FLOOD, CLOSING]);

function take(edited: unknown, writer: WriterChoice = RULES): Outline {
  const bytes = new TextEncoder().encode(typeof edited === 'string' ? edited : JSON.stringify(edited));
  return completeOutline({ edited: parseEditedOutline(bytes), language: 'en', writer, passageIds: PASSAGES });
}
const withModel = (slides: readonly object[], more: object = {}) =>
  take(outline(slides, { writer: 'ollama', ...more }), MODEL);

describe('an outline that comes back', () => {
  test('is the same when nobody edited it, so that nothing that was written for it is lost', () => {
    expect(take(PRINTED)).toEqual(PRINTED);
    expect(take(JSON.stringify(PRINTED, null, 2))).toEqual(PRINTED);
  });

  test('may have other headings, claims and another order, and fewer slides', () => {
    const { slides } = take(outline([COVER, { ...FLOOD, heading: 'High water', claim: 'It rises.' }, EBB]));
    expect(slides.map(({ id, heading, claim }) => [id, heading, claim])).toEqual([
      ['cover', 'Heading of cover', null],
      ['flood', 'High water', 'It rises.'],
      ['ebb', 'Heading of ebb', 'Water leaves.'],
    ]);
  });

  test('gives a new slide an id and the rest that a person leaves out, the same one each time', () => {
    const edited = [
      COVER,
      { heading: 'Neap tides', claim: 'They are weak.' },
      { heading: 'Neap tides', claim: 'They are weak.' },
    ];
    const { slides } = withModel(edited);
    expect(slides[1]).toEqual(slide(slides[1]?.id ?? '', { heading: 'Neap tides', claim: 'They are weak.' }));
    expect(slides[1]?.id).toMatch(/^s-[0-9a-f]{10}$/);
    expect(slides[2]?.id).not.toBe(slides[1]?.id);
    expect(withModel(edited)).toEqual({ ...withModel(edited), slides });
  });

  test('takes the role from the layout, and pictures from the layout that has one', () => {
    const { slides } = withModel([
      { heading: 'Part one', layout: 'section' },
      { ...FLOOD, layout: 'bullets' },
      { heading: 'With a picture', layout: 'bullets-picture' },
      { heading: 'Part two', role: 'section' },
    ]);
    expect(slides.map(({ role, layout, pictureKeywords }) => [role, layout, pictureKeywords])).toEqual([
      ['section', 'section', null],
      ['content', 'bullets', null],
      ['content', 'bullets-picture', []],
      ['section', 'section', null],
    ]);
    const titles = ['Part one', 'Part two'];
    expect(slides.map(({ progress }) => progress)).toEqual([
      { titles, current: 0 },
      null,
      null,
      { titles, current: 1 },
    ]);
  });

  test('keeps line ends out of a heading, since it is one line', () => {
    expect(withModel([{ heading: ' Spring\r\ntides\u0007 ' }]).slides[0]?.heading).toBe('Spring tides');
  });

  test('always fits the schema that later steps read it with, whatever keys a person leaves out', () => {
    const edited = fc.record(
      {
        heading: fc.string({ minLength: 1, maxLength: 80, unit: fc.constantFrom('a', 'B', ' ', 'ä', 'क', '\n') }),
        claim: fc.constantFrom(null, 'One sentence.'),
        layout: fc.constantFrom(...LAYOUT_FAMILIES),
        covers: fc.array(fc.constantFrom('one', 'two'), { maxLength: 3 }),
        words: fc.constantFrom(null, 65),
        pictureKeywords: fc.constantFrom(null, [], ['sea']),
      },
      { requiredKeys: ['heading'] },
    );
    fc.assert(
      fc.property(fc.array(edited, { minLength: 1, maxLength: 8 }), (slides) => {
        fc.pre(slides.every(({ heading }) => heading.trim() !== ''));
        fc.pre(slides.some(({ layout = 'bullets' }) => !['cover', 'section', 'closing'].includes(layout)));
        const taken = withModel(slides);
        expect(outlineSchema.parse(taken)).toEqual(taken);
        expect(new Set(taken.slides.map(({ id }) => id)).size).toBe(slides.length);
      }),
    );
  });
});

describe('an outline that cannot be used', () => {
  test.each<[string, unknown, string]>([
    ['is empty', outline([]), 'The outline has [] as "slides"; give a list of 1 to 100 slides.'],
    [
      'is too long',
      outline(Array.from({ length: 101 }, (_, at) => ({ heading: `Tide ${at}` }))),
      'The outline has a list of 101 as "slides"; give a list of 1 to 100 slides.',
    ],
    ['has only a frame', outline([COVER, CLOSING]), 'The outline has no slide of content; keep one.'],
    ['is no object', [1], 'The outline is [1]; give a JSON object.'],
    ['has no title', { slides: [EBB] }, 'The outline has no "title"; give a text of 1 to 200 characters.'],
    [
      'has an unknown key',
      outline([EBB], { theme: 'neon' }),
      'The outline has the unknown key "theme"; it may have title, subtitle, language, writer, slides.',
    ],
    [
      'has an unknown key in a slide',
      outline([COVER, { ...EBB, colour: 'red' }]),
      'Slide 2 ("Heading of ebb") has the unknown key "colour"; it may have id, role, layout, heading, subtitle, claim, covers, words, pictureKeywords, passageIds, progress.',
    ],
    [
      'has an unknown layout',
      outline([COVER, { ...EBB, layout: 'poster' }]),
      `Slide 2 ("Heading of ebb") has "poster" as "layout"; give one of ${LAYOUT_FAMILIES.join(', ')}.`,
    ],
    [
      'has a slide without heading',
      outline([{ id: 'x' }]),
      'Slide 1 has no "heading"; give a text of 1 to 200 characters.',
    ],
    ['has no slide in a place', outline([COVER, null]), 'Slide 2 is null; give a JSON object.'],
    [
      'has a wrong value deep inside',
      outline([{ ...EBB, covers: ['one', 2] }]),
      'Slide 1 ("Heading of ebb") has ["one",2] as "covers"; give a list of at most 10 short texts.',
    ],
    [
      'has one id twice',
      outline([EBB, { ...FLOOD, id: 'ebb' }]),
      'Slide 1 ("Heading of ebb") and Slide 2 ("Heading of flood") have the same id "ebb"; leave out the id of the new one.',
    ],
    [
      'names a passage that is not there',
      outline([{ ...EBB, passageIds: ['p-9'] }]),
      'Slide 1 ("Heading of ebb") names the passage "p-9", which the source does not have.',
    ],
    [
      'gives one passage to two slides',
      outline([EBB, { ...FLOOD, passageIds: ['p-1'] }]),
      'Slide 1 ("Heading of ebb") and Slide 2 ("Heading of flood") name the passage "p-1"; give it to one.',
    ],
    [
      'has a role that does not go with the layout',
      outline([{ ...EBB, layout: 'cover' }]),
      'Slide 1 ("Heading of ebb") has the role "content" and the layout "cover", which do not go together.',
    ],
    [
      'has what no font can draw',
      outline([{ ...EBB, heading: 'Ebb 潮' }]),
      'Slide 1 ("Ebb 潮") has what the fonts of the slides cannot draw: 潮; take it out.',
    ],
    [
      'has another language',
      outline([EBB], { language: 'hi' }),
      'The outline has "hi" as "language", and the run has "en"; it cannot be changed any more.',
    ],
    [
      'leaves the writer without a model nothing to write from',
      outline([{ heading: 'Neap tides' }]),
      'Slide 1 ("Neap tides") names no passage in "passageIds", and the writer without a model writes from nothing else.',
    ],
    [
      'leaves the writer without a model nothing to picture',
      outline([{ ...FLOOD, pictureKeywords: [] }]),
      'Slide 1 ("Heading of flood") says in no "pictureKeywords" what its picture shows; say it, or take the layout "bullets".',
    ],
  ])('because it %s is refused with the slide and the way out', (_what, edited, message) => {
    expect(() => take(edited)).toThrow(expect.objectContaining({ code: 'OUTLINE_UNUSABLE', message }));
  });

  test('because it is no JSON is refused in one line', () => {
    expect(() => take('{"title": "Tides",\n"slides": oops}')).toThrow(
      /^The outline is not JSON \([^\n]+\); print it anew/,
    );
  });
});

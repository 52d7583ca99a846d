import { describe, expect, it } from 'vitest';
import type { OutlineAnswer } from '../../../../src/writing/answers/outline-answer.ts';
import { checkOutlineAnswer } from '../../../../src/writing/guarding/check-outline-answer.ts';
import { remedyOf } from '../../../../src/writing/guarding/guarding-rules.ts';
import { mendOutlineAnswer } from '../../../../src/writing/guarding/mend-outline-answer.ts';

const CONTEXT = { language: 'en', given: 'How volcanoes work', passages: [] };
const OUTLINE: OutlineAnswer = {
  title: 'How volcanoes work',
  subtitle: 'From deep rock to open sky',
  slides: [
    {
      heading: 'Where magma comes from',
      claim: 'Rock melts where plates part or dive',
      covers: ['melting rock', 'plate borders'],
      layout: 'bullets',
      picture: false,
      passages: [],
    },
    {
      heading: 'What makes it rise',
      claim: 'Magma is lighter than the rock around it',
      covers: ['buoyancy', 'gas bubbles'],
      layout: 'bullets',
      picture: false,
      passages: [],
    },
  ],
  closing: 'Mountains that breathe',
};
const LONG_HEADING =
  'Introduction to the Basic Principles of Molten Rock and How It Moves in Different Places Around the World Today';
/** Without a place to cut. */
const UNCUT =
  'Hot molten heavy glowing restless ancient buried hidden rising churning swirling mighty fiery liquid silent deadly rock';

const withFirst = (changes: Partial<OutlineAnswer['slides'][number]>): OutlineAnswer => ({
  ...OUTLINE,
  slides: OUTLINE.slides.map((slide, index) => (index === 0 ? { ...slide, ...changes } : slide)),
});
const rulesOf = (answer: OutlineAnswer, language = 'en') =>
  checkOutlineAnswer(answer, { ...CONTEXT, language })
    .map(({ path, rule }) => `${path} ${rule}`)
    .filter((line) => line.includes('long-') || line.includes('runaway-'));

describe('the length of headings and claims', () => {
  it('lets a few words too many pass, since no second call is worth them', () => {
    const heading = 'Where the magma of the volcanoes around us really comes from'; // 11 words, 7 asked for
    const claim =
      'Rock far below us melts where plates part or dive, for water and lower pressure both let it melt sooner'; // 20, 14 asked for
    const closing = 'Volcanoes are mountains that breathe, and we are the ones who learn when to step aside'; // 16, 6 asked for
    expect(
      rulesOf({ ...withFirst({ heading, claim }), title: `${OUTLINE.title} and why we live beside them`, closing }),
    ).toEqual([]);
  });

  it.each([
    ['a heading', withFirst({ heading: LONG_HEADING }), 'slides[0].heading runaway-heading'],
    ['a title', { ...OUTLINE, title: LONG_HEADING }, 'title runaway-heading'],
    ['a closing heading', { ...OUTLINE, closing: LONG_HEADING }, 'closing runaway-heading'],
    [
      'the title of a section',
      { ...OUTLINE, sections: [{ title: LONG_HEADING, slides: 2 }] },
      'sections[0].title runaway-heading',
    ],
    ['a claim', withFirst({ claim: `${LONG_HEADING}, ${LONG_HEADING.toLowerCase()}` }), 'slides[0].claim long-claim'],
  ])('finds %s that is a paragraph, and cuts it where a clause or phrase ends', (_what, answer, found) => {
    expect(rulesOf(answer)).toEqual([found]);
    const mended = mendOutlineAnswer(answer, CONTEXT);
    expect(JSON.stringify(mended?.answer)).toContain('"Introduction to the Basic Principles of Molten Rock');
    expect(JSON.stringify(mended?.answer)).not.toContain('Around the World Today');
    expect(mended?.changes).toEqual([
      expect.stringMatching(/“Introduction to the Basic Princ…” was cut \(.*too long\)$/u),
    ]);
    expect(rulesOf(mended?.answer ?? answer)).toEqual([]);
  });

  it('puts what a slide covers in the place of a heading that cannot be cut, and the title in that of closing words', () => {
    expect(mendOutlineAnswer(withFirst({ heading: UNCUT }), CONTEXT)?.answer.slides[0]?.heading).toBe('Melting rock');
    expect(mendOutlineAnswer({ ...OUTLINE, closing: UNCUT }, CONTEXT)?.answer.closing).toBe(OUTLINE.title);
  });

  it('refuses a title that cannot be cut, since nothing can stand in for it', () => {
    expect(mendOutlineAnswer({ ...OUTLINE, title: UNCUT }, CONTEXT)).toBeNull();
  });

  it('keeps a heading that is a little too long as it is and tells it, since a cut may cost its sense', () => {
    const heading = 'Lava builds a cone around the vent, because it cools on the slopes';
    expect(mendOutlineAnswer(withFirst({ heading }), CONTEXT)).toMatchObject({
      answer: { slides: [{ heading }, {}] },
      changes: ['the heading “Lava builds a cone around the v…” stays (too long)'],
    });
  });

  it('never makes two headings the same by a cut', () => {
    const second = 'Why magma rises through cracks in the crust of the Earth';
    const heading = `${second} under the volcanoes of islands and of mountains in many countries`;
    const outline = withFirst({ heading });
    const slides = outline.slides.map((slide, index) => (index === 1 ? { ...slide, heading: second } : slide));
    expect(mendOutlineAnswer(outline, CONTEXT)?.answer.slides[0]?.heading).toBe(second);
    expect(mendOutlineAnswer({ ...outline, slides }, CONTEXT)?.answer.slides[0]?.heading).toBe('Melting rock');
  });

  it('gives Hindi some words more for the same', () => {
    const heading = 'पृथ्वी की गहराई में चट्टान के पिघलने और मैग्मा के ऊपर उठने का कारण'; // 14 words
    expect(rulesOf(withFirst({ heading }), 'hi')).toEqual([]);
    expect(rulesOf(withFirst({ heading }), 'en')).toContain('slides[0].heading long-heading');
  });

  it('tells the model the number of words that its prompt asks for', () => {
    const found = checkOutlineAnswer({ ...OUTLINE, closing: UNCUT }, CONTEXT).find(({ path }) => path === 'closing');
    expect(found?.message).toMatch(/ has 17 words, and at most 6 are asked for$/u);
    expect(found === undefined ? null : remedyOf(found)).toBe('mend');
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LAYOUT_FAMILIES } from '../../../src/contract/schemas/outline.ts';
import type { SlideScript } from '../../../src/contract/schemas/slide-script.ts';
import { findText, layOut, listMisplacements, listTexts } from './slide-fixtures.ts';

const POINTS = [
  'Sunlight gives surface molecules enough energy to leave the liquid',
  'Only the water rises: salt and dirt stay behind',
  'Warm, dry, moving air takes up the most',
  'The sea supplies 85 % of all vapour; soil and plants give the rest',
];
const LONG = 'Each degree of warming lets the air hold about seven per cent more water vapour before it must condense';

const word = fc.oneof(
  { weight: 12, arbitrary: fc.string({ unit: fc.constantFrom(...'abcdeilmnorstuwW'), minLength: 1, maxLength: 14 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
  { weight: 1, arbitrary: fc.constant('x'.repeat(120)) },
);
const phrase = (maxWords: number) =>
  fc.array(word, { minLength: 1, maxLength: maxWords }).map((words) => words.join(' ') || 'a');

const scripts = fc.record({
  layout: fc.constantFrom(...LAYOUT_FAMILIES),
  heading: fc.oneof(phrase(12), phrase(90)),
  subtitle: fc.option(phrase(40)),
  points: fc.array(fc.oneof(phrase(14), phrase(60), phrase(300)), { maxLength: 12 }),
  smallPrint: fc.array(phrase(60), { maxLength: 8 }),
  progress: fc.option(
    fc
      .tuple(fc.array(phrase(10), { minLength: 1, maxLength: 7 }), fc.nat())
      .map(([titles, current]) => ({ titles, current: current % titles.length })),
  ),
});

const HAS_ROWS: ReadonlySet<string> = new Set(['bullets', 'bullets-picture', 'closing']);

describe('layOutSlide', () => {
  test.each(LAYOUT_FAMILIES)(
    'keeps everything of "%s" in its box, for one word as for the text of a page',
    (layout) => {
      const progress = { titles: ['Where the water is', 'How it moves'], current: 1 };
      const usual = {
        layout,
        subtitle: 'How the sun lifts an ocean',
        points: POINTS,
        progress,
        smallPrint: ['Source: water-cycle.md'],
      };
      expect(listMisplacements(layOut(usual))).toEqual([]);
      expect(listMisplacements(layOut({ ...usual, heading: 'Salt', subtitle: 'a', points: ['b'] }))).toEqual([]);
      const extreme = {
        ...usual,
        heading: LONG.repeat(4),
        subtitle: LONG.repeat(3),
        points: [LONG, LONG.repeat(9), ...POINTS],
      };
      expect(listMisplacements(layOut({ ...extreme, smallPrint: [LONG, LONG, LONG] }))).toEqual([]);
    },
  );

  test('keeps everything in its box whatever the text is', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(scripts, (script) => {
        expect(listMisplacements(layOut(script))).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  test('shows every point exactly once and in order, however many pages it takes', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const slide = layOut(script);
        const hasPoints = script.layout !== 'cover' && script.layout !== 'section';
        expect(slide.pages.flatMap(({ pointIndices }) => pointIndices)).toEqual(
          hasPoints ? script.points.map((_, index) => index) : [],
        );
        if (!HAS_ROWS.has(script.layout)) return;
        for (const page of slide.pages.filter(({ pointIndices }) => pointIndices.length > 0)) {
          expect(findText(page, 'body').paragraphs).toHaveLength(page.pointIndices.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('keeps a title as it is written where the narrowed box breaks it well by itself', () => {
    const heading = 'Warm air above the open sea takes up far more water than cold air above the land';
    const [title] = layOut({ heading }).pages.map((page) => findText(page, 'title'));
    expect(title?.lines).toHaveLength(2);
    expect(title?.paragraphs[0]?.runs[0]?.text).toBe(heading);
  });

  test('cuts a row of endless words to one page, however its pieces wrap again', () => {
    for (const length of [121, 133, 160]) {
      const word = 'x'.repeat(length);
      const points = [Array.from({ length: 12 }, () => word).join(' ')];
      for (const layout of ['closing', 'bullets', 'bullets-picture'] as const)
        expect(layOut({ layout, points }).pages).toHaveLength(1);
    }
  });

  test('moves points to a further page sooner than it sets them under 18 pt', () => {
    const slide = layOut({ points: [LONG, LONG, LONG, LONG, LONG, LONG, LONG, LONG] });
    expect(slide.pages.length).toBeGreaterThan(1);
    for (const page of slide.pages) {
      expect(findText(page, 'body').lines.every((line) => line.runs.every(({ sizePt }) => sizePt >= 18))).toBe(true);
    }
  });

  test('gives all pages of a slide one size, so that a further page reads as the same list', () => {
    const slide = layOut({ points: [LONG, LONG, LONG, LONG, LONG, 'Short', 'Short'] });
    const sizes = slide.pages.map((page) => findText(page, 'body').lines[0]?.runs[0]?.sizePt);
    expect(slide.pages.length).toBeGreaterThan(1);
    expect(new Set(sizes).size).toBe(1);
  });

  test('says on further pages which page it is, and shows the title smaller', () => {
    const [first, second] = layOut({ points: Array.from({ length: 10 }, () => LONG) }).pages;
    if (first === undefined || second === undefined) throw new Error('Ten long points need two pages');
    const wordsOf = (page: typeof first) =>
      listTexts(page).flatMap(({ lines }) => lines.flatMap(({ runs }) => runs.map(({ text }) => text)));
    expect(wordsOf(first).join(' ')).not.toContain('Page');
    expect(wordsOf(second).join(' ')).toMatch(/Page 2 of \d/);
    expect(findText(second, 'title').lines[0]?.runs[0]?.sizePt).toBeLessThanOrEqual(24);
  });

  test('lights one point after the other between a calm and a plain state, so that pictures follow the voice', () => {
    const [page] = layOut({ points: POINTS }).pages;
    expect(page?.stills.map(({ state, pointIndex }) => [state, pointIndex])).toEqual([
      ['calm', null],
      ['lit', 0],
      ['lit', 1],
      ['lit', 2],
      ['lit', 3],
      ['plain', null],
    ]);
  });

  test('has one still when nothing that is said belongs to a point', () => {
    const [page] = layOut({ points: POINTS, narration: [{ text: 'All of it.', supports: null }] }).pages;
    expect(page?.stills.map(({ state }) => state)).toEqual(['plain']);
  });

  test('draws no hairline beside the lit row, whose ground ends there', () => {
    const [page] = layOut({ points: POINTS }).pages;
    const linesIn = (still: number) => page?.stills[still]?.shapes.filter(({ kind }) => kind === 'line').length;
    expect([0, 1, 2, 3, 4, 5].map(linesIn)).toEqual([3, 2, 1, 1, 2, 3]);
  });

  test('draws the number of a content slide, and none on a cover', () => {
    const drawn = (layout: SlideScript['layout']) =>
      listTexts(
        layOut({ layout, points: POINTS }, undefined, 73).pages[0] ?? {
          title: '',
          background: '',
          pointIndices: [],
          stills: [],
        },
      ).flatMap(({ lines }) => lines.flatMap(({ runs }) => runs.map(({ text }) => text)));
    expect(drawn('bullets')).toContain('73');
    expect(drawn('bullets-picture')).toContain('73');
    expect(drawn('cover')).not.toContain('73');
  });

  test('leaves no lone word at the end of the subtitle of a cover or a section', () => {
    const subtitles = {
      cover: 'How sun and gravity keep the water of the Earth moving',
      section:
        'How sun and gravity keep all of the water of the Earth in motion from the sea to the sky and back again',
    };
    for (const layout of ['cover', 'section'] as const) {
      const subtitle = subtitles[layout];
      const [page] = layOut({ layout, subtitle, progress: { titles: ['One'], current: 0 } }).pages;
      if (page === undefined) throw new Error('A slide has a page');
      const lines = findText(page, 'subtitle').lines.map(({ runs }) => runs.map(({ text }) => text).join(''));
      expect(lines.length).toBeGreaterThan(1);
      expect(lines.at(-1)).toMatch(/\S\s\S/u);
    }
  });

  test('begins rows beside a picture higher under a title of one line, or a band would stay empty', () => {
    const topOf = (layout: 'bullets' | 'bullets-picture', heading: string) => {
      const [page] = layOut({ layout, heading, points: POINTS.slice(0, 1) }).pages;
      if (page === undefined) throw new Error('A slide has a page');
      expect(findText(page, 'title').lines).toHaveLength(heading.length > 30 ? 2 : 1);
      return findText(page, 'title').yIn + findText(page, 'title').heightIn;
    };
    const inOneLine = topOf('bullets-picture', 'From sea to sky');
    expect(inOneLine).toBeCloseTo(topOf('bullets', 'From sea to sky'));
    expect(inOneLine).toBeLessThan(topOf('bullets-picture', 'From the sea and the leaf to the sky'));
  });

  test('shows fewer and wider rules where a title of a section would be cut, in one size and on all sections alike', () => {
    const titles = ['Wind', 'Environmental responsibilities of municipal administrations', 'Rain', 'Snow', 'Hail'];
    const labelsOf = (current: number) => {
      const [page] = layOut({ layout: 'section', heading: 'X', progress: { titles, current } }).pages;
      if (page === undefined) throw new Error('A slide has a page');
      return listTexts(page)
        .filter(({ yIn }) => yIn > 6.5)
        .map(({ lines }) => ({
          text: lines
            .flatMap(({ runs }) => runs.map(({ text }) => text))
            .join(' ')
            .replaceAll('\u00A0', ' '),
          sizePt: lines[0]?.runs[0]?.sizePt,
        }));
    };
    expect(labelsOf(0).map(({ text }) => text)).toEqual(titles.slice(0, 3));
    expect(labelsOf(4).map(({ text }) => text)).toEqual(titles.slice(2));
    expect(new Set([0, 1, 2, 3, 4].flatMap((current) => labelsOf(current).map(({ sizePt }) => sizePt))).size).toBe(1);
  });

  test('shows sections as rules around the current one when there are more than four', () => {
    const titles = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];
    const [page] = layOut({ layout: 'section', progress: { titles, current: 3 } }).pages;
    const words = listTexts(page ?? { title: '', background: '', pointIndices: [], stills: [] }).map(
      ({ lines }) => lines[0]?.runs[0]?.text,
    );
    expect(words.filter((text) => titles.includes(text ?? ''))).toEqual(['Three', 'Four', 'Five', 'Six']);
    expect(words).toContain('4');
  });

  test('is the same for the same script, and a slide moved to another place keeps its drawn picture', () => {
    expect(layOut({ points: POINTS })).toEqual(layOut({ points: POINTS }));
    const visualsAt = (slideNumber: number) =>
      layOut({ points: POINTS }, undefined, slideNumber).pages[0]?.stills[0]?.shapes.filter(
        ({ kind }) => kind === 'visual',
      );
    expect(visualsAt(9)).toEqual(visualsAt(4));
  });

  test('leaves out control characters, which PPTX forbids', () => {
    const [page] = layOut({ heading: 'Salt\u0000 stays\u000b here', points: ['One\u0001 point'] }).pages;
    expect(page?.title).toBe('Salt stays here');
    expect(JSON.stringify(page)).not.toMatch(/\\u000/);
  });
});

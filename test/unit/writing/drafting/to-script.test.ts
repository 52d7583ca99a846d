import { describe, expect, it } from 'vitest';
import { LANGUAGE_CODES } from '../../../../src/contract/languages.ts';
import type { OutlineSlide } from '../../../../src/contract/schemas/outline.ts';
import { type SlideScript, slideScriptSchema } from '../../../../src/contract/schemas/slide-script.ts';
import type { SlideAnswer } from '../../../../src/writing/answers/slide-answer.ts';
import { toScript } from '../../../../src/writing/drafting/to-script.ts';
import { lectureBrief, lectureOutline, shortDocument } from '../../../fixtures/sample-lecture.ts';

const NARRATION = [{ text: 'A reader of scans gets tired. Software does not', supports: 1 }];
const TABLE = 'What a cup pays for, table 1';
const ROWS: SlideAnswer = { heading: 'x', points: ['a first point.', 'A "second" point'], narration: NARRATION };

async function script(answer: SlideAnswer, fields: Partial<OutlineSlide> = {}, isTopic = false): Promise<SlideScript> {
  const brief = isTopic ? lectureBrief({ topic: 'AI' }) : lectureBrief({ document: await shortDocument('en') });
  const outline = lectureOutline(brief, ['p5', 'p4']);
  const base = outline.slides[1];
  if (base === undefined) throw new TypeError('The outline is empty.');
  return slideScriptSchema.parse(toScript(answer, { brief, outline, slide: { ...base, ...fields } }));
}

describe('toScript', () => {
  it('shows rows with a capital, without a full stop, in curly quotes', async () => {
    expect((await script(ROWS)).points).toEqual(['A first point', 'A “second” point']);
  });

  it('speaks every sentence for itself with a mark at its end, about the row that it was written for', async () => {
    expect((await script(ROWS)).narration).toEqual([
      { text: 'A reader of scans gets tired.', supports: 0 },
      { text: 'Software does not.', supports: 0 },
    ]);
  });

  it('leaves a sentence without a row that is not there', async () => {
    const answer = { ...ROWS, narration: [{ text: 'It is so.', supports: 7 }] };
    expect((await script(answer)).narration[0]?.supports).toBeNull();
  });

  it('keeps prosody tags of a model out of the text, since captions show it', async () => {
    const answer = { ...ROWS, narration: [{ text: '[rate=-50%] It is so. [pause=900ms]', supports: null }] };
    expect((await script(answer)).narration).toEqual([{ text: 'It is so.', supports: null }]);
  });

  it('keeps the heading of the outline, which somebody may have approved', async () => {
    expect((await script(ROWS)).heading).toBe('Reading scans with a second pair of eyes');
  });

  it('names the passages that were cited with their places, in reading order', async () => {
    const { citations } = await script({ ...ROWS, citations: ['p5'] });
    const document = await shortDocument('en');
    const passage = document.passages[4];
    expect(citations).toEqual([{ passageId: passage?.id, place: passage?.place }]);
  });

  it('takes the words for a picture from the model, and from an edited outline before that', async () => {
    const answer = { ...ROWS, picture: { keywords: ['scan', 'doctor'], shows: 'a doctor before a screen' } };
    expect((await script(answer)).picture).toEqual({
      keywords: ['scan', 'doctor'],
      altText: 'A doctor before a screen.',
    });
    expect((await script(answer, { pictureKeywords: ['x-ray'] })).picture?.keywords).toEqual(['x-ray']);
    expect((await script(answer, { pictureKeywords: null, layout: 'bullets' })).picture).toBeNull();
  });

  it('carries English words for the icon of a slide without a picture, whatever language its heading is in', async () => {
    const answer = { ...ROWS, keywords: ['glacier ', 'ice'] };
    expect((await script(answer, { pictureKeywords: null, layout: 'bullets' })).iconWords).toEqual(['glacier', 'ice']);
    expect(await script(ROWS)).not.toHaveProperty('iconWords');
  });

  it('shows a definition without rows', async () => {
    const answer = {
      heading: 'x',
      term: 'triage',
      meaning: 'the order in which patients are seen.',
      narration: NARRATION,
    };
    const made = await script(answer, { layout: 'definition', pictureKeywords: null });
    expect(made).toMatchObject({
      layout: 'definition',
      points: [],
      exhibit: { kind: 'definition', term: 'Triage', meaning: 'The order in which patients are seen' },
    });
  });

  it('shows a table with a point a row, figures told from words', async () => {
    const rows = [
      ['Brazil', '62.6', 'Arabica'],
      ['Vietnam', '31.6', 'Robusta'],
    ];
    const answer = { heading: 'x', columns: ['country', 'Bags', 'Kind'], rows, narration: NARRATION };
    const made = await script(answer, { layout: 'table', pictureKeywords: null });
    expect(made.points).toEqual(['Brazil: 62.6, Arabica', 'Vietnam: 31.6, Robusta']);
    expect(made.exhibit).toMatchObject({ columns: ['Country', 'Bags', 'Kind'], isNumeric: [false, true, false], rows });
  });

  it('names the table among its passages as the source, not the sentence that leads it in', async () => {
    const document = await shortDocument('en');
    const passageIds = document.passages.slice(2, 4).map(({ id }) => id);
    const rows = [
      ['Brazil', '62.6'],
      ['Vietnam', '31.6'],
    ];
    const answer = { heading: 'x', columns: ['Country', 'Bags'], rows, narration: NARRATION, citations: ['p3', 'p4'] };
    const made = await script(answer, { layout: 'table', pictureKeywords: null, passageIds });
    expect(made.citations.map(({ place }) => place)).toEqual([expect.stringMatching(/paragraph/u), TABLE]);
    expect(made.exhibit).toMatchObject({ source: TABLE });
  });

  it('shows bars by size and columns by time, and lights the one that the statement names', async () => {
    const items = [
      { label: 'Rent', value: '25 %' },
      { label: 'Wages', value: '32 %' },
    ];
    const bars = { heading: 'x', unit: '%', items, says: 'Rent takes a quarter.', narration: NARRATION };
    const made = await script(bars, { layout: 'chart', pictureKeywords: null });
    expect(made.exhibit).toMatchObject({
      form: 'bars',
      unit: '%',
      highlight: 1,
      items: [{ value: 32 }, { value: 25 }],
    });
    expect(made.points).toEqual(['Rent takes a quarter']);
    const named = {
      ...bars,
      unit: 'Share of the price (%)',
      items: items.map((item) => ({ ...item, value: item.value.replace(' %', '') })),
    };
    const shares = await script(named, { layout: 'chart', pictureKeywords: null });
    expect(shares.exhibit).toMatchObject({
      unit: 'Share of the price (%)',
      items: [{ shown: '32%' }, { shown: '25%' }],
    });
    const years = [
      { label: '2019', value: '101' },
      { label: '2022', value: '214' },
    ];
    const columns = { ...bars, unit: 'cents', items: years, says: 'The price doubled' };
    const timed = await script(columns, { layout: 'chart', pictureKeywords: null });
    expect(timed.exhibit).toMatchObject({
      form: 'columns',
      highlight: 1,
      items: [{ label: '2019' }, { label: '2022' }],
    });
  });

  it('draws a part of a whole only where the statement says that it is one', async () => {
    const answer = { heading: 'x', figure: '32%', says: '32% of the price is wages', narration: NARRATION };
    const fields = { layout: 'big-number', pictureKeywords: null } as const;
    expect((await script(answer, fields)).exhibit).toMatchObject({ figure: '32%', share: 0.32 });
    expect((await script({ ...answer, says: 'Prices rose by 32%' }, fields)).exhibit).toMatchObject({ share: null });
  });

  it('shows a quotation without its marks, and nobody where the passage names nobody', async () => {
    const answer = {
      heading: 'x',
      quote: '“The floor price is insurance,”',
      who: '',
      where: ' ',
      narration: NARRATION,
    };
    const made = await script(answer, { layout: 'quote', pictureKeywords: null });
    expect(made.exhibit).toEqual({ kind: 'quote', text: 'The floor price is insurance', who: null, where: null });
  });

  it('shows rows where rules turned a quotation into them', async () => {
    expect(await script(ROWS, { layout: 'quote', pictureKeywords: null })).toMatchObject({
      layout: 'bullets',
      exhibit: null,
    });
  });

  it('says on cover and closing slide what it was made from, and that a model wrote it', async () => {
    const frame = { heading: 'x', narration: NARRATION };
    const closing = { role: 'closing', layout: 'closing', pictureKeywords: null } as const;
    const cover = { role: 'cover', layout: 'cover', pictureKeywords: null } as const;
    expect((await script(frame, cover)).smallPrint).toEqual(['From coffee-economy.md']);
    expect((await script(frame, closing)).smallPrint).toEqual([
      'Source: The price of a cup of coffee, coffee-economy.md',
      'Written by the language model llama3.1:8b with Lectra.',
    ]);
    expect((await script(frame, cover, true)).smallPrint).toEqual([
      'Written by the language model llama3.1:8b with Lectra.',
    ]);
    expect((await script(ROWS)).smallPrint).toEqual([]);
  });

  it('says in every language of a lecture that a model wrote it', () => {
    const said = LANGUAGE_CODES.map((language) => {
      const brief = lectureBrief({ topic: 'AI', language });
      const outline = lectureOutline(brief, []);
      const [cover] = outline.slides;
      if (cover === undefined) throw new TypeError('The outline is empty.');
      return toScript({ heading: 'x', narration: NARRATION }, { brief, outline, slide: cover }).smallPrint.join();
    });
    expect(said.every((text) => text.includes('llama3.1:8b') && text.includes('Lectr'))).toBe(true);
    expect(new Set(said).size).toBeGreaterThan(LANGUAGE_CODES.length - 2);
    expect(said).toContain('Vom Sprachmodell llama3.1:8b mit Lectra geschrieben.');
  });
});

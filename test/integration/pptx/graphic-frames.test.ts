import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { PlacedShape } from '../../../src/contract/schemas/laid-out-slide.ts';
import type { SlideScript } from '../../../src/contract/schemas/slide-script.ts';
import { createTextMeasurer } from '../../../src/frames/create-text-measurer.ts';
import { drawStill } from '../../../src/frames/draw-still.ts';
import { checkPackage } from '../../../src/pptx/check-package.ts';
import { elementsNamed, parseXmlPart } from '../../../src/pptx/package/xml-part.ts';
import { type DeckPage, writeDeck } from '../../../src/pptx/write-deck.ts';
import { sampleDeck } from '../../fixtures/sample-deck.ts';
import { layOut } from '../../unit/deck/slide-fixtures.ts';
import { paragraphTexts, partNamesOf, readPart } from './read-deck.ts';
import { CAN_RENDER, renderDeck } from './render-deck.ts';
import { validateDeck } from './validate-deck.ts';

const signal = new AbortController().signal;
const measurer = createTextMeasurer();
const noPictures = () => Promise.reject(new Error('These pages have no pictures'));

const TABLE = {
  kind: 'table',
  columns: ['Store', 'Volume, km³', 'Typical stay'],
  rows: [
    ['Oceans', '1,338,000,000', '3,000 years'],
    ['Air & <clouds>', '12,900', '9 days'],
  ],
  isNumeric: [false, true, true],
  unit: null,
  source: 'Shiklomanov, 1993',
} as const;
const CHART = {
  kind: 'chart',
  form: 'bars',
  unit: 'Thousand km³ a year',
  items: [
    { label: 'Evaporation, sea', value: 413, shown: '413' },
    { label: 'Rain on land', value: 113, shown: '113' },
    { label: 'Rivers & streams', value: 40, shown: '40' },
  ],
  highlight: 0,
  source: 'Trenberth et al., 2007',
} as const;

type Exhibit = NonNullable<SlideScript['exhibit']>;

/** The pages of a slide that shows a table or a chart, as the deck gets them. */
function pagesOf(exhibit: Extract<Exhibit, { kind: 'table' | 'chart' }>): DeckPage[] {
  const points = exhibit.kind === 'table' ? exhibit.rows.map(([name]) => `Row ${name}`) : ['Most of it leaves the sea'];
  return layOut({ layout: exhibit.kind, exhibit, points }, measurer).pages.map(({ background, stills }) => ({
    layout: exhibit.kind,
    background,
    notes: ['Said.'],
    shapes: (stills.at(-1)?.shapes ?? []).filter((shape): shape is PlacedShape => shape.kind !== 'visual'),
  }));
}
const table = (change: Partial<Extract<Exhibit, { kind: 'table' }>> = {}) =>
  pagesOf({
    ...TABLE,
    columns: [...TABLE.columns],
    rows: TABLE.rows.map((row) => [...row]),
    isNumeric: [...TABLE.isNumeric],
    ...change,
  });
const chart = (change: Partial<Extract<Exhibit, { kind: 'chart' }>> = {}) =>
  pagesOf({ ...CHART, items: CHART.items.map((item) => ({ ...item })), ...change });

describe('the Open XML rules and the part check are silent', () => {
  const hostile = `&<>"' &amp; \u0001\uFFFF]]>`;
  test.each([
    ['a table', table()],
    [
      'a table of twelve columns over several pages',
      table({
        columns: Array.from({ length: 12 }, (_, index) => `Month ${index}`),
        rows: Array.from({ length: 20 }, () => Array.from({ length: 12 }, () => '1,250')),
        isNumeric: Array.from({ length: 12 }, (_, index) => index > 0),
      }),
    ],
    [
      'a table with markup and control characters',
      table({ columns: [hostile, hostile, hostile], rows: [[hostile, '', 'जल']] }),
    ],
    ['bars', chart()],
    ['columns', chart({ form: 'columns' })],
    [
      'figures below zero',
      chart({
        items: [
          { label: 'Up', value: 3, shown: '3' },
          { label: 'Down', value: -20.5, shown: '−20.5' },
        ],
      }),
    ],
    [
      'labels that no number format shows',
      chart({
        items: [
          { label: 'One', value: 1, shown: 'a few' },
          { label: 'Two', value: 2, shown: hostile },
        ],
        unit: hostile,
      }),
    ],
    [
      'figures that are all zero',
      chart({
        items: [
          { label: 'One', value: 0, shown: '0' },
          { label: 'Two', value: 0, shown: '0' },
        ],
      }),
    ],
  ])('on %s', async (_, pages) => {
    const deck = await writeDeck(sampleDeck(pages), signal);
    expect(await validateDeck(deck)).toEqual([]);
    expect(checkPackage(deck)).toEqual([]);
  });
});

describe('a table in the deck', () => {
  test('is an editable one: a cell a paragraph, the first row its head, described for screen readers', async () => {
    const deck = await writeDeck(sampleDeck(table()), signal);
    const slide = readPart(deck, 'ppt/slides/slide1.xml');
    expect(elementsNamed(slide, 'a:tr').map((row) => paragraphTexts(row))).toEqual([
      [...TABLE.columns],
      ...TABLE.rows.map((row) => [...row]),
    ]);
    expect(elementsNamed(slide, 'a:tblPr').map((properties) => properties.getAttribute('firstRow'))).toEqual(['1']);
    const frame = elementsNamed(slide, 'p:graphicFrame')[0];
    const described = frame && elementsNamed(frame, 'p:cNvPr')[0]?.getAttribute('descr');
    expect(described).toContain('Store, Volume, km³, Typical stay');
  });
});

describe('a chart in the deck', () => {
  test('has its figures in the chart and in a workbook of its own, so that "Edit data" opens', async () => {
    const deck = await writeDeck(sampleDeck([...chart(), ...chart({ unit: 'Other unit' })]), signal);
    expect(partNamesOf(deck).filter((name) => /charts\/chart|embeddings/.test(name))).toEqual([
      'ppt/charts/chart1.xml',
      'ppt/charts/chart2.xml',
      'ppt/embeddings/workbook1.xlsx',
      'ppt/embeddings/workbook2.xlsx',
    ]);
    const part = readPart(deck, 'ppt/charts/chart1.xml');
    const cached = elementsNamed(part, 'c:pt').map((point) => point.textContent);
    expect(cached).toEqual([
      'Thousand km³ a year',
      'Evaporation, sea',
      'Rain on land',
      'Rivers & streams',
      '413',
      '113',
      '40',
    ]);
    const workbook = unzipSync(unzipSync(deck)['ppt/embeddings/workbook2.xlsx'] ?? new Uint8Array());
    const sheet = parseXmlPart(workbook['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(elementsNamed(sheet, 'c').map((cell) => `${cell.getAttribute('r')} ${cell.textContent}`)).toEqual([
      'B1 Other unit',
      'A2 Evaporation, sea',
      'B2 413',
      'A3 Rain on land',
      'B3 113',
      'A4 Rivers & streams',
      'B4 40',
    ]);
  });

  test('has one accent, no legend, no grid, and exactly the two axes that the rules allow', async () => {
    const part = readPart(await writeDeck(sampleDeck(chart()), signal), 'ppt/charts/chart1.xml');
    const count = (name: string) => elementsNamed(part, name).length;
    expect([count('c:dPt'), count('c:legend'), count('c:majorGridlines')]).toEqual([1, 0, 0]);
    const bars = elementsNamed(part, 'c:barChart')[0];
    expect(bars && elementsNamed(bars, 'c:axId')).toHaveLength(2);
  });

  test('is the same byte for byte in every deck of a process, whatever came before', async () => {
    const [first, second] = [
      await writeDeck(sampleDeck(chart()), signal),
      await writeDeck(sampleDeck(chart()), signal),
    ];
    expect(Buffer.compare(first, second)).toBe(0);
  });
});

test.skipIf(!CAN_RENDER)(
  `LibreOffice shows tables and charts as frames draw them${CAN_RENDER ? '' : ' (not run: soffice or poppler is missing)'}`,
  async () => {
    const pages = [...table(), ...chart(), ...chart({ form: 'columns' })];
    const slides = await renderDeck(await writeDeck(sampleDeck(pages), signal));
    expect(slides).toHaveLength(3);
    expect(slides[0]?.text).toContain('1,338,000,000');
    expect(slides[1]?.text).toContain('Rivers & streams');
    for (const [index, { shapes, background }] of pages.entries()) {
      const frame = await drawStill({ shapes, background, widthPx: 960, heightPx: 540, loadPicture: noPictures });
      const drawn = sharp(frame.rgba, { raw: { width: 960, height: 540, channels: 4 } });
      const difference = await meanDifference(drawn, sharp(slides[index]?.png));
      expect(difference).toBeLessThan(5);
    }
  },
);

type Picture = ReturnType<typeof sharp>;

/** Mean difference of two pictures over all pixels, out of 255; two readings of the same text differ by three to five. */
async function meanDifference(a: Picture, b: Picture): Promise<number> {
  const [first, second] = await Promise.all(
    [a, b].map((picture) => picture.removeAlpha().resize(960, 540, { fit: 'fill' }).greyscale().raw().toBuffer()),
  );
  if (first === undefined || second === undefined) throw new Error('A picture is missing');
  return first.reduce((sum, value, index) => sum + Math.abs(value - (second[index] ?? 0)), 0) / first.length;
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChartExhibit, TableExhibit } from '../../../src/contract/schemas/exhibit.ts';
import type { ChartShape, PlacedShape, TableShape, TextShape } from '../../../src/contract/schemas/laid-out-slide.ts';
import { canShowTable } from '../../../src/deck/can-show-table.ts';
import type { DraftPage, DraftStill } from '../../../src/deck/draft-slide.ts';
import { exhibitFor, findText, layOut, listMisplacements, listTexts, scriptOf } from './slide-fixtures.ts';

const word = fc.string({ unit: fc.constantFrom(...'abcdeilmnorstuw'), minLength: 1, maxLength: 12 });
const phrase = (maxWords: number) =>
  fc.array(word, { minLength: 1, maxLength: maxWords }).map((words) => words.join(' '));
const anyText = fc.oneof(
  phrase(3),
  phrase(40),
  fc.constant('x'.repeat(90)),
  fc.constant('महासागर का जल'),
  fc.constant(''),
);

const tableOf = (columnCount: number, rowCount: number, cell: fc.Arbitrary<string>): fc.Arbitrary<TableExhibit> =>
  fc.record({
    kind: fc.constant('table' as const),
    columns: fc.array(cell, { minLength: columnCount, maxLength: columnCount }),
    rows: fc.array(fc.array(cell, { minLength: columnCount, maxLength: columnCount }), {
      minLength: rowCount,
      maxLength: rowCount,
    }),
    isNumeric: fc.array(fc.boolean(), { minLength: columnCount, maxLength: columnCount }),
    unit: fc.option(cell),
    source: cell,
  });
const anyTable = fc
  .tuple(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 1, max: 16 }))
  .chain(([columnCount, rowCount]) => tableOf(columnCount, rowCount, anyText));

const anyChart: fc.Arbitrary<ChartExhibit> = fc
  .array(
    fc.record({
      label: fc.oneof(word, phrase(20), fc.constant('भूमि पर वर्षा और हिमपात'), fc.constant('x'.repeat(60))),
      value: fc.oneof(
        fc.integer({ min: -1000, max: 1000 }),
        fc.double({ min: 0.001, max: 1e12, noNaN: true }),
        fc.constant(0),
      ),
      shown: fc.oneof(fc.constantFrom('0', '413', '−20', '1,338,000,000 km³', '99.5 %'), phrase(8)),
    }),
    { minLength: 2, maxLength: 12 },
  )
  .chain((items) =>
    fc.record({
      kind: fc.constant('chart' as const),
      form: fc.constantFrom('bars' as const, 'columns' as const),
      unit: anyText,
      items: fc.constant(items),
      highlight: fc.nat(items.length - 1),
      source: anyText,
    }),
  );

function tableScript(exhibit: TableExhibit) {
  return { layout: 'table' as const, exhibit, points: exhibit.rows.map((row, index) => row[0] || `Row ${index + 1}`) };
}

function shapeOf<Kind extends PlacedShape['kind']>(
  still: DraftStill | undefined,
  kind: Kind,
): Extract<PlacedShape, { readonly kind: Kind }> {
  const found = still?.shapes.find(
    (shape): shape is Extract<PlacedShape, { readonly kind: Kind }> => shape.kind === kind,
  );
  if (found === undefined) throw new Error(`The still has no ${kind}`);
  return found;
}
const wordsOf = ({ lines }: TextShape): string =>
  lines
    .map(({ runs }) => runs.map(({ text }) => text).join(''))
    .join(' ')
    .replaceAll('\u00A0', ' ');
const plainOf = (page: DraftPage | undefined) => page?.stills.at(-1);
const sizesOf = ({ rows }: TableShape) =>
  rows
    .slice(1)
    .flatMap(({ cells }) => cells.flatMap(({ lines }) => lines.flatMap(({ runs }) => runs.map((run) => run.sizePt))));

const STORES: TableExhibit = {
  kind: 'table',
  columns: ['Store', 'Volume, km³', 'Typical stay'],
  rows: [
    ['Oceans', '1,338,000,000', '3,000 years'],
    ['Ice', '24,064,000', '20 to 10,000 years'],
    ['Air', '12,900', '9 days'],
  ],
  isNumeric: [false, true, true],
  unit: null,
  source: 'Shiklomanov, 1993',
};
const BARS: ChartExhibit = {
  kind: 'chart',
  form: 'bars',
  unit: 'Thousand km³ a year',
  items: [
    { label: 'Evaporation, sea', value: 413, shown: '413' },
    { label: 'Rain on land', value: 113, shown: '113' },
  ],
  highlight: 0,
  source: 'Trenberth et al., 2007',
};
const chartScript = (exhibit: ChartExhibit) => ({
  layout: 'chart' as const,
  exhibit,
  points: ['Most of it leaves the sea'],
});

describe('a table', () => {
  test('keeps every cell in its place, whatever stands in it', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anyTable, (exhibit) => {
        expect(listMisplacements(layOut(tableScript(exhibit)))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('shows every row once and in order, seven on a page at most, each page under the same head', () => {
    fc.assert(
      fc.property(anyTable, (exhibit) => {
        const { pages } = layOut(tableScript(exhibit));
        const tables = pages.map((page) => shapeOf(plainOf(page), 'table'));
        expect(pages.flatMap(({ pointIndices }) => pointIndices)).toEqual(exhibit.rows.map((_, index) => index));
        expect(new Set(tables.map(({ rows }) => JSON.stringify(rows[0]))).size).toBe(1);
        for (const { rows } of tables) expect(rows.length).toBeLessThanOrEqual(8);
      }),
      { numRuns: 30 },
    );
  });

  test('spreads few rows over the page, an inch each at most, and never beyond where seven rows end', () => {
    const heightOf = (rowCount: number) => {
      const rows = Array.from({ length: rowCount }, (_, index) => [`Store ${index}`, '12', '9 days']);
      const pages = layOut(tableScript({ ...STORES, rows })).pages;
      return pages.map((page) => {
        const { heightIn, rows: placed } = shapeOf(plainOf(page), 'table');
        return { heightIn, rowsIn: placed.slice(1).map((row) => Number(row.heightIn.toFixed(3))) };
      });
    };
    const full = heightOf(7)[0]?.heightIn ?? 0;
    expect(full).toBeCloseTo(8 * 0.55);
    for (const rowCount of [1, 2, 3]) expect(new Set(heightOf(rowCount)[0]?.rowsIn)).toEqual(new Set([1]));
    for (const rowCount of [4, 5, 6]) expect(heightOf(rowCount)[0]?.heightIn).toBeCloseTo(full);
    const [first, second] = heightOf(9);
    expect(first?.heightIn).toBeCloseTo(full);
    // A row is as high on the further page, or the table would jump.
    expect(new Set(second?.rowsIn)).toEqual(new Set(first?.rowsIn));
  });

  test('sets few short rows larger than many', () => {
    const cellSizes = (rowCount: number) => {
      const rows = Array.from({ length: rowCount }, (_, index) => [`Store ${index}`, '12', '9 days']);
      return new Set(sizesOf(shapeOf(plainOf(layOut(tableScript({ ...STORES, rows })).pages[0]), 'table')));
    };
    expect(cellSizes(4)).toEqual(new Set([24]));
    expect(cellSizes(5)).toEqual(new Set([20]));
  });

  test('never sets a cell under 14 pt, since smaller ones cannot be read on a screen across a room', () => {
    fc.assert(
      fc.property(anyTable, (exhibit) => {
        for (const page of layOut(tableScript(exhibit)).pages) {
          expect(Math.min(20, ...sizesOf(shapeOf(plainOf(page), 'table')))).toBeGreaterThanOrEqual(14);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('lights the row that is spoken of: ground, bold letters, its last figure in the accent', () => {
    const [page] = layOut(tableScript(STORES)).pages;
    expect(page?.stills.map(({ state, pointIndex }) => `${state} ${pointIndex}`)).toEqual([
      'calm null',
      'lit 0',
      'lit 1',
      'lit 2',
      'plain null',
    ]);
    const lit = shapeOf(page?.stills[3], 'table');
    expect(lit.rows.map(({ fill }) => fill !== null)).toEqual([false, false, false, true]);
    const runs = lit.rows[3]?.cells.map(({ paragraphs }) => paragraphs[0]?.runs[0]);
    expect(runs?.map((run) => [run?.bold, run?.color === '9A3412'])).toEqual([
      [true, false],
      [true, false],
      [true, true],
    ]);
  });

  test('has the same lines in every state, so that lighting a row moves nothing', () => {
    const [page] = layOut(tableScript(STORES)).pages;
    const placesOf = (still: DraftStill) =>
      shapeOf(still, 'table').rows.map(({ heightIn, cells }) => [heightIn, cells.map(({ lines }) => lines.length)]);
    expect(new Set(page?.stills.map((still) => JSON.stringify(placesOf(still)))).size).toBe(1);
  });

  test('sets figures at the right of their column and words at the left', () => {
    const { rows } = shapeOf(plainOf(layOut(tableScript(STORES)).pages[0]), 'table');
    for (const { cells } of rows) expect(cells.map(({ align }) => align)).toEqual(['left', 'right', 'right']);
  });
});

describe('canShowTable', () => {
  test('promises no more than fits: what passes has no broken word and no third line', () => {
    const seen = { shown: 0 };
    fc.assert(
      fc.property(
        fc
          .tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 1, max: 14 }))
          .chain(([columns, rows]) => tableOf(columns, rows, phrase(4))),
        (exhibit) => {
          if (!canShowTable(exhibit)) return;
          seen.shown += 1;
          for (const page of layOut(tableScript(exhibit)).pages) {
            const { rows } = shapeOf(plainOf(page), 'table');
            for (const [index, { cells }] of rows.slice(1).entries()) {
              const row = exhibit.rows[(page.pointIndices[0] ?? 0) + index];
              for (const [column, { lines }] of cells.entries()) {
                expect(lines.length).toBeLessThanOrEqual(2);
                expect(lines.map(({ runs }) => runs[0]?.text).join(' ')).toBe(row?.[column]);
              }
            }
          }
        },
      ),
      { numRuns: 150 },
    );
    expect(seen.shown).toBeGreaterThan(20);
  });

  test('refuses what nobody could read: seven columns, a page of rows, a cell that is a paragraph', () => {
    const row = (cells: number) => Array.from({ length: cells }, () => '12');
    expect(canShowTable(STORES)).toBe(true);
    expect(canShowTable({ columns: row(7), rows: [row(7)] })).toBe(false);
    expect(canShowTable({ columns: row(2), rows: Array.from({ length: 22 }, () => row(2)) })).toBe(false);
    expect(canShowTable({ columns: row(2), rows: [['a', 'long words '.repeat(9)]] })).toBe(false);
  });
});

describe('a chart', () => {
  const barsOf = ({ drawn }: ChartShape) => drawn.filter((shape) => shape.kind === 'rect');

  test('keeps every bar and label in its place, whatever the figures are', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anyChart, (exhibit) => {
        expect(listMisplacements(layOut(chartScript(exhibit)))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ['Evaporation, sea: 413', '413', 'Evaporation, sea'],
    ['Evaporation, sea: 413 thousand km³', '413 thousand km³', 'Evaporation, sea'],
    ['Evaporation, sea: 4130 at most', '413', 'Evaporation, sea: 4130 at most'],
    ['Most of it leaves the sea', '413', 'Most of it leaves the sea'],
  ])('says nothing twice beside the bars: "%s"', (point, figure, says) => {
    const [page] = layOut({ ...chartScript(BARS), points: [point] }).pages;
    const texts = page === undefined ? [] : listTexts(page).map(wordsOf);
    expect(texts).toContain(figure);
    expect(texts).toContain(says);
  });

  test('draws bars as long as their figures, on the scale that the editable chart gets', () => {
    fc.assert(
      fc.property(anyChart, (exhibit) => {
        const chart = shapeOf(plainOf(layOut(chartScript(exhibit)).pages[0]), 'chart');
        const { plot, form } = chart;
        const lengthIn = form === 'bars' ? plot.widthIn : plot.heightIn;
        const expected = exhibit.items
          .filter(({ value }) => value !== 0)
          .map(({ value }) => (Math.abs(value) / (plot.maxValue - plot.minValue)) * lengthIn);
        const drawn = barsOf(chart).map(({ widthIn, heightIn }) => (form === 'bars' ? widthIn : heightIn));
        expect(drawn).toHaveLength(expected.length);
        for (const [index, each] of drawn.entries()) expect(each).toBeCloseTo(expected[index] ?? 0, 6);
      }),
      { numRuns: 60 },
    );
  });

  test('opens with no bar lit and no figure in the panel, then lights the one that counts', () => {
    const stills = layOut(chartScript(BARS)).pages[0]?.stills ?? [];
    const accents = stills.map((still) => barsOf(shapeOf(still, 'chart')).map(({ fill }) => fill === '9A3412'));
    expect(accents).toEqual([
      [false, false],
      [true, false],
      [true, false],
    ]);
    const loudest = stills.map(({ shapes }) =>
      Math.max(...shapes.flatMap((shape) => (shape.kind === 'text' ? (shape.paragraphs[0]?.runs[0]?.sizePt ?? 0) : 0))),
    );
    expect(loudest).toEqual([36, 80, 80]);
  });

  test('lays columns down as bars when a label is wider than its column, so that no label is lost', () => {
    const columns = { ...BARS, form: 'columns' as const };
    expect(shapeOf(plainOf(layOut(chartScript(columns)).pages[0]), 'chart').form).toBe('columns');
    const items = Array.from({ length: 12 }, (_, index) => ({
      label: `Municipality ${index}`,
      value: index + 1,
      shown: '1,338,000,000',
    }));
    const crowded = shapeOf(plainOf(layOut(chartScript({ ...columns, items })).pages[0]), 'chart');
    expect(crowded.form).toBe('bars');
    expect(crowded.drawn.filter(({ kind }) => kind === 'text')).toHaveLength(24);
  });

  test('with figures too small for any scale draws no bar and keeps the labels', () => {
    const items = [
      { label: 'One', value: Number.MIN_VALUE, shown: '0' },
      { label: 'Two', value: 0, shown: '0' },
    ];
    const slide = layOut(chartScript({ ...BARS, items }));
    expect(listMisplacements(slide)).toEqual([]);
    expect(barsOf(shapeOf(plainOf(slide.pages[0]), 'chart'))).toEqual([]);
  });

  test('says every figure in its description, for people who cannot see the bars', () => {
    expect(shapeOf(plainOf(layOut(chartScript(BARS)).pages[0]), 'chart').altText).toBe(
      'Evaporation lifts water into the air. Thousand km³ a year: Evaporation, sea 413; Rain on land 113',
    );
  });
});

describe('a big number, a quote, a definition', () => {
  test.each(['96.5 %', '1,386,000,000 km³', '1 in 4', '₹1,50,000 crore', 'half', '१२ %', '9'.repeat(60)])(
    'the figure "%s" stays in its box with and without a share',
    (figure) => {
      for (const share of [0, 0.004, 0.5, 1, null]) {
        const exhibit = { kind: 'big-number', figure, share } as const;
        expect(listMisplacements(layOut({ layout: 'big-number', exhibit, points: ['It is sea'] }))).toEqual([]);
      }
    },
  );

  test('a unit is set at half the size of its number', () => {
    const [page] = layOut({ layout: 'big-number', points: ['It is sea'] }).pages;
    const runs = plainOf(page)?.shapes.flatMap((shape) =>
      shape.kind === 'text' ? (shape.paragraphs[0]?.runs ?? []) : [],
    );
    expect(runs?.find(({ text }) => text === '96.5')?.sizePt).toBe(170);
    expect(runs?.find(({ text }) => text.endsWith('%'))?.sizePt).toBe(85);
  });

  test('the parts of a share bar are in proportion and leave no hole', () => {
    const exhibit = { kind: 'big-number', figure: '25 %', share: 0.25 } as const;
    const bars = plainOf(layOut({ layout: 'big-number', exhibit }).pages[0])?.shapes.filter(
      ({ kind }) => kind === 'rect',
    );
    expect(bars?.map((bar) => bar.kind === 'rect' && Math.round(bar.widthIn * 100))).toEqual([296, 884]);
  });

  test('says who spoke right under a short quotation, and never nearer to the footer than under a long one', () => {
    const whoTopIn = (text: string): number => {
      const exhibit = { kind: 'quote', text, who: 'Rahim', where: null } as const;
      const [page] = layOut({ layout: 'quote', exhibit }).pages;
      if (page === undefined) throw new Error('A quotation has a page');
      return listTexts(page).find((shape) => wordsOf(shape) === 'Rahim')?.yIn ?? Number.NaN;
    };
    expect(whoTopIn('Keep the water')).toBeLessThan(3);
    const tops = Array.from({ length: 40 }, (_, index) => whoTopIn('Keep the water '.repeat(index + 8)));
    expect(Math.max(...tops)).toBe(5.12);
  });

  test('long and short texts of quotes and definitions stay in their boxes', () => {
    fc.assert(
      fc.property(phrase(70), phrase(9), fc.option(phrase(12)), (long, short, who) => {
        const quote = { kind: 'quote', text: long, who, where: short } as const;
        const definition = { kind: 'definition', term: short, meaning: long } as const;
        expect(listMisplacements(layOut({ layout: 'quote', exhibit: quote }))).toEqual([]);
        expect(listMisplacements(layOut({ layout: 'definition', exhibit: definition }))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('a definition that the slide is called after is the title itself, not said twice', () => {
    const named = layOut({ layout: 'definition', heading: 'Transpiration' }).pages[0];
    const other = layOut({ layout: 'definition', heading: 'How plants lift water' }).pages[0];
    if (named === undefined || other === undefined) throw new Error('A definition has a page');
    expect(findText(named, 'title').lines[0]?.runs[0]?.sizePt).toBe(66);
    expect(findText(other, 'title').lines[0]?.runs[0]?.sizePt).toBe(22);
  });
});

test('a layout with the exhibit of another is refused by name, since nothing could be drawn for it', () => {
  const script = { layout: 'chart' as const, exhibit: exhibitFor('quote', []) };
  expect(() => layOut(script)).toThrow('the layout "chart" and the exhibit "quote"');
  expect(scriptOf(script).exhibit?.kind).toBe('quote');
});

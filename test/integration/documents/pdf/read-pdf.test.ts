import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { SourceDocument } from '../../../../src/contract/schemas/source-document.ts';
import type { DocumentBlock } from '../../../../src/documents/blocks/document-block.ts';
import { readPdfBlocks } from '../../../../src/documents/pdf/read-pdf-blocks.ts';
import { readDocument } from '../../../../src/documents/read-document.ts';
import { BOLD, breakLines, type PdfPen, REGULAR, setLines, writePdf } from './write-pdf.ts';

const SUN = 'Water moves through the air and over the land, and the sun drives all of it.';
const ICE = 'A glacier is a body of ice that moves slowly down its valley under its own weight.';
const WIND = 'The wind carries clouds from the sea to the hills, where the rain falls at last.';

const blocksOf = async (draw: (pen: PdfPen) => void): Promise<readonly DocumentBlock[]> =>
  (await readPdfBlocks({ bytes: await writePdf(draw), name: 'a.pdf' })).blocks;
const textsOf = (blocks: readonly DocumentBlock[]): string[] => blocks.map(({ kind, text }) => `${kind}: ${text}`);
const read = async (draw: (pen: PdfPen) => void): Promise<SourceDocument> =>
  readDocument({ bytes: await writePdf(draw), name: 'a.pdf', language: null });

/** Prose that no other page repeats: its sentences are counted. */
const countedProse = (page: number, sentences: number): string =>
  Array.from({ length: sentences }, (_unused, index) => `River ${page * 100 + index} carries water to the sea.`).join(
    ' ',
  );

describe('reading a PDF', () => {
  test('reads columns one after the other, under the heading that spans them', async () => {
    for (const columnCount of [2, 3]) {
      const widthPt = 500 / columnCount;
      const columns = Array.from(
        { length: columnCount },
        (_unused, column) => `Column ${column} begins here. ${ICE} ${WIND} ${SUN} Column ${column} ends here.`,
      );
      const blocks = await blocksOf((pen) => {
        pen.addPage();
        const top = setLines(pen, 50, 80, ['What moves the water of the whole world, from the sea to the hills'], {
          sizePt: 15,
          font: BOLD,
        });
        for (const [column, text] of columns.entries()) {
          setLines(pen, 50 + column * widthPt, top + 10, breakLines(text, columnCount === 2 ? 50 : 33), { sizePt: 9 });
        }
      });
      expect(textsOf(blocks)).toEqual(columns.map((text) => `paragraph: ${text}`));
    }
  });

  test('takes a lone dash under a saying for the name of its speaker, and several for a list', async () => {
    const SAYING = 'The tide is the only clock that nobody has ever had to wind.';
    const drawUnder = (text: string, lines: readonly string[]) => (pen: PdfPen) => {
      pen.addPage();
      let topPt = setLines(pen, 50, 80, breakLines(`${SUN} ${ICE} ${WIND}`, 60)) + 14;
      topPt = setLines(pen, 50, topPt, [text]);
      topPt = setLines(pen, 50, topPt, lines) + 14;
      setLines(pen, 50, topPt, breakLines(`${WIND} ${SUN}`, 60));
    };
    const paragraphs = [`paragraph: ${SUN} ${ICE} ${WIND}`, `paragraph: ${WIND} ${SUN}`] as const;
    expect(textsOf(await blocksOf(drawUnder(SAYING, ['— Ada Byron, harbour pilot'])))).toEqual([
      paragraphs[0],
      `quote: ${SAYING}\n— Ada Byron, harbour pilot`,
      paragraphs[1],
    ]);
    expect(textsOf(await blocksOf(drawUnder(SAYING, ['— Ada Byron', '— Mary Moon'])))).toEqual([
      paragraphs[0],
      `paragraph: ${SAYING}`,
      'list: Ada Byron\nMary Moon',
      paragraphs[1],
    ]);
    expect(textsOf(await blocksOf(drawUnder('There is one thing left to see:', ['— The harbour'])))).toEqual([
      paragraphs[0],
      'paragraph: There is one thing left to see:',
      'list: The harbour',
      paragraphs[1],
    ]);
  });

  test('reads what stands over and under columns in its place', async () => {
    const blocks = await blocksOf((pen) => {
      pen.addPage();
      const wide = breakLines(`${SUN} ${ICE} First of all.`, 100);
      const under = setLines(pen, 50, 80, wide) + 12;
      setLines(pen, 50, under, breakLines(`Left. ${ICE} ${WIND} ${ICE}`, 48));
      const end = setLines(pen, 310, under, breakLines(`Right. ${SUN} ${WIND} ${ICE}`, 48));
      setLines(pen, 50, end + 14, breakLines(`Last of all. ${WIND} ${SUN}`, 100));
    });
    expect(textsOf(blocks).map((text) => /First|Left|Right|Last/u.exec(text)?.[0])).toEqual([
      'First',
      'Left',
      'Right',
      'Last',
    ]);
  });

  test('leaves out running heads and page numbers, but not what only looks like them', async () => {
    const document = await read((pen) => {
      for (let page = 1; page <= 4; page += 1) {
        pen.addPage();
        setLines(
          pen,
          50,
          30,
          [page % 2 === 0 ? `${page + 10}   The Atlas of Water` : `Rivers of the north   ${page + 10}`],
          { sizePt: 8 },
        );
        setLines(pen, 50, 75, [`Stage ${page}`], { sizePt: 14, font: BOLD });
        setLines(pen, 50, 110, breakLines(countedProse(page, 12), 90));
        setLines(pen, 280, 810, [`- ${page} -`], { sizePt: 8 });
      }
    });
    expect(document.sections.map(({ title }) => title)).toEqual(['Stage 1', 'Stage 2', 'Stage 3', 'Stage 4']);
    const prose = document.passages.map(({ text }) => text).join(' ');
    expect(prose).toBe([1, 2, 3, 4].map((page) => countedProse(page, 12)).join(' '));
    expect(document.passages.map(({ place, page }) => [place, page])).toEqual(
      [1, 2, 3, 4].map((page) => [`Stage ${page}, p. ${page}`, page]),
    );
  });

  test('makes words and paragraphs whole that lines, columns and pages break', async () => {
    const blocks = await blocksOf((pen) => {
      pen.addPage();
      setLines(pen, 50, 80, [
        'Most of the rain is water of evapo-',
        'ration, and evaporation is driven by well-',
        'known forces; these well-known forces are',
        'self-',
        'evident, as the sun and the wind are of the',
      ]);
      pen.addPage();
      setLines(pen, 50, 80, ['same kind everywhere on this earth.', 'Nothing else is needed.']);
    });
    expect(textsOf(blocks)).toEqual([
      'paragraph: Most of the rain is water of evaporation, and evaporation is driven by well-known forces; these well-known forces are self-evident, as the sun and the wind are of the same kind everywhere on this earth. Nothing else is needed.',
    ]);
    expect(blocks[0]).toHaveProperty('page', 1);
  });

  test('parts paragraphs by a gap or an indent', async () => {
    const blocks = await blocksOf((pen) => {
      pen.addPage();
      let y = setLines(pen, 50, 80, breakLines(`${ICE} ${WIND} ${SUN}`, 70));
      y = setLines(pen, 50, y + 8, breakLines(`${WIND} ${SUN} ${ICE}`, 70));
      y = setLines(pen, 65, y, [SUN.slice(0, SUN.indexOf('sun') - 1)]);
      setLines(pen, 50, y, breakLines(`${SUN.slice(SUN.indexOf('sun'))} ${ICE} ${ICE}`, 70));
    });
    expect(textsOf(blocks)).toEqual([
      `paragraph: ${ICE} ${WIND} ${SUN}`,
      `paragraph: ${WIND} ${SUN} ${ICE}`,
      `paragraph: ${SUN} ${ICE} ${ICE}`,
    ]);
  });

  test('leaves out footnotes and their marks, and keeps powers and units', async () => {
    const blocks = await blocksOf((pen) => {
      pen.addPage();
      const line = 'The lake covers 31 km';
      setLines(pen, 50, 80, [line]);
      const raise = (text: string, xPt: number): void => void pen.fontSize(6).text(text, xPt, 79, { lineBreak: false });
      const endPt = 50 + pen.fontSize(10).widthOfString(line);
      raise('2', endPt);
      setLines(pen, endPt + 4, 80, [' and holds ice']);
      const noteAtPt = endPt + 4 + pen.fontSize(10).widthOfString(' and holds ice');
      raise('1', noteAtPt);
      setLines(pen, noteAtPt + 4, 80, [' all year,']);
      setLines(pen, 50, 92, breakLines(`which melts late. ${WIND} ${SUN}`, 80));
      setLines(pen, 50, 760, ['1 See the survey of 1901, which says more about ice', 'and about lakes.', '2 Ibid.'], {
        sizePt: 8,
      });
    });
    expect(textsOf(blocks)).toEqual([
      `paragraph: The lake covers 31 km² and holds ice all year, which melts late. ${WIND} ${SUN}`,
    ]);
  });

  test('leaves out the table of contents, with leaders and without', async () => {
    for (const leaders of [' . . . . . . . . . . . . . . . ', '..........................', '        ']) {
      const document = await read((pen) => {
        pen.addPage();
        setLines(pen, 50, 80, ['Contents'], { sizePt: 14, font: BOLD });
        setLines(
          pen,
          50,
          110,
          ['Rain', 'Snow', 'Rivers', 'Lakes'].map((title, index) => `${index + 1} ${title}${leaders}${index + 2}`),
        );
        pen.addPage();
        setLines(pen, 50, 80, ['1 Rain'], { sizePt: 14, font: BOLD });
        const end = setLines(pen, 50, 110, breakLines(`${WIND} ${SUN}`, 80));
        setLines(pen, 50, end + 20, ['2 Snow'], { sizePt: 14, font: BOLD });
        setLines(pen, 50, end + 50, breakLines(ICE, 80));
      });
      expect(document.passages.map(({ text }) => text)).toEqual([`${WIND} ${SUN}`, ICE]);
      expect(document.sections.map(({ title }) => title)).toEqual(['Rain', 'Snow']);
    }
  });

  test('finds headings by size, weight and number, with their levels, and the title', async () => {
    const document = await read((pen) => {
      pen.addPage();
      let y = setLines(pen, 50, 70, ['The water of the', 'whole world'], { sizePt: 24, font: BOLD, pitchPt: 28 });
      y = setLines(pen, 50, y + 4, ['A first look'], { sizePt: 12 });
      for (const [title, sizePt] of [
        ['1 Rain', 16],
        ['1.1 Drops', 12],
        ['1.2 Clouds', 12],
        ['2 Snow', 16],
        ['Crystals', 10],
      ] as const) {
        y = setLines(pen, 50, y + 14, [title], { sizePt, font: BOLD });
        y = setLines(pen, 50, y + 6, breakLines(`${title.replace(/^\S+ /u, '')} matter. ${ICE}`, 80));
      }
    });
    expect(document.title).toBe('The water of the whole world');
    expect(document.subtitle).toBe('A first look');
    expect(document.sections.map(({ headingPath }) => headingPath)).toEqual([
      ['Rain'],
      ['Rain', 'Drops'],
      ['Rain', 'Clouds'],
      ['Snow'],
      ['Snow', 'Crystals'],
    ]);
  });

  test('takes headings and their levels from the outline, also where the type says nothing', async () => {
    const document = await read((pen) => {
      pen.addPage();
      const rain = pen.outline.addItem('Rain and snow');
      rain.addItem('How drops form');
      let y = setLines(pen, 50, 80, ['Rain and snow']);
      y = setLines(pen, 50, y + 8, breakLines(`${WIND} ${SUN}`, 80));
      y = setLines(pen, 50, y + 8, ['How drops form']);
      setLines(pen, 50, y + 8, breakLines(`${ICE} ${SUN}`, 80));
    });
    expect(document.sections.map(({ headingPath }) => headingPath).at(-1)).toEqual(['How drops form']);
    expect(document.title).toBe('Rain and snow');
  });

  test('reads lists by their marks, with items of several lines', async () => {
    const blocks = await blocksOf((pen) => {
      pen.addPage();
      let y = setLines(pen, 50, 80, breakLines(`${ICE} ${WIND}`, 80));
      y = setLines(pen, 50, y + 8, [
        '• Rain falls on the hills',
        [
          [50, '•'],
          [62, 'Snow stays on the peaks until'],
        ],
        [[62, 'the spring']],
        '• Fog stays in the valleys',
      ]);
      setLines(pen, 50, y + 20, ['1. Fill the glass', '2. Weigh it', '3. Note the figure']);
    });
    expect(textsOf(blocks).slice(1)).toEqual([
      'list: Rain falls on the hills\nSnow stays on the peaks until the spring\nFog stays in the valleys\nFill the glass\nWeigh it\nNote the figure',
    ]);
  });

  test('reads a table with its head, its caption and the figures in their columns', async () => {
    const blocks = await blocksOf((pen) => {
      pen.addPage();
      let y = setLines(pen, 50, 80, breakLines(`${ICE} ${WIND}`, 80));
      y = setLines(pen, 50, y + 14, ['Table 2: Rain by place'], { font: BOLD, sizePt: 9 });
      y = setLines(
        pen,
        50,
        y + 4,
        [
          [
            [50, 'Place'],
            [200, 'Rain (mm)'],
            [300, 'Days'],
          ],
        ],
        { font: BOLD },
      );
      y = setLines(pen, 50, y, [
        [
          [50, 'Old Harbour'],
          [215, '812'],
          [305, '120'],
        ],
        [
          [50, 'Upper Valley'],
          [208, '1,790'],
          [305, '178'],
        ],
        [
          [50, 'Sea'],
          [300, '98'],
        ],
      ]);
      y = setLines(pen, 50, y + 14, ['Figure 3. The harbour in 1901'], { sizePt: 9 });
      setLines(pen, 50, y + 14, breakLines(`Figure 3 shows the harbour. ${SUN}`, 80));
    });
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table', 'caption', 'paragraph']);
    expect(blocks[1]).toMatchObject({
      table: {
        caption: 'Table 2: Rain by place',
        header: ['Place', 'Rain (mm)', 'Days'],
        rows: [
          ['Old Harbour', '812', '120'],
          ['Upper Valley', '1,790', '178'],
          ['Sea', '', '98'],
        ],
      },
    });
  });

  test('leaves the labels of captions out of the document, since slides number nothing', async () => {
    const document = await read((pen) => {
      pen.addPage();
      const y = setLines(pen, 50, 80, breakLines(`${ICE} ${WIND}`, 80));
      setLines(pen, 50, y + 14, ['Figure 3. The harbour in 1901'], { sizePt: 9 });
    });
    expect(document.passages.at(-1)).toMatchObject({ kind: 'caption', text: 'The harbour in 1901', place: 'p. 1' });
  });

  test('writes ligatures as letters and odd spaces as spaces', async () => {
    const font = readFileSync(
      new URL('../../../../node_modules/@fontsource/gelasio/files/gelasio-latin-400-normal.woff', import.meta.url),
    );
    const [block] = await blocksOf((pen) => {
      pen.registerFont('ligatures', font);
      pen.addPage();
      pen
        .font('ligatures')
        .fontSize(10)
        .text('The first\u00A0efficient flow\u2009of water fills the office.', 50, 80, { lineBreak: false });
    });
    expect(block?.text).toBe('The first efficient flow of water fills the office.');
  });

  test('reads Devanagari of an embedded font', async () => {
    const font = readFileSync(
      new URL(
        '../../../../node_modules/@fontsource/noto-sans-devanagari/files/noto-sans-devanagari-devanagari-400-normal.woff',
        import.meta.url,
      ),
    );
    const text = 'जल समुद्र से उठता है और बादल बनकर लौटता है।';
    const [block] = await blocksOf((pen) => {
      pen.registerFont('devanagari', font);
      pen.addPage();
      pen.font('devanagari').fontSize(11).text(text, 50, 80, { lineBreak: false });
    });
    expect(block?.text).toBe(text);
  });

  test('leaves turned text out, such as a watermark over the page', async () => {
    const blocks = await blocksOf((pen) => {
      pen.addPage();
      setLines(pen, 50, 80, breakLines(`${ICE} ${WIND}`, 80));
      pen.rotate(45, { origin: [300, 400] });
      setLines(pen, 200, 400, ['DRAFT DRAFT'], { sizePt: 60 });
    });
    expect(textsOf(blocks)).toEqual([`paragraph: ${ICE} ${WIND}`]);
  });

  test('reads the same bytes to the same document', async () => {
    const bytes = await writePdf((pen) => {
      pen.addPage();
      pen.font(REGULAR).fontSize(10).text(`${ICE} ${WIND} ${SUN}`, 50, 80, { width: 300 });
    });
    const once = (): Promise<SourceDocument> => readDocument({ bytes: bytes.slice(), name: 'a.pdf', language: null });
    expect(await once()).toEqual(await once());
  });
});

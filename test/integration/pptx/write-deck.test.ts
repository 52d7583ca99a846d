import { unzipSync, zipSync } from 'fflate';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { RenderError } from '../../../src/contract/errors.ts';
import { checkPackage } from '../../../src/pptx/check-package.ts';
import { elementsNamed } from '../../../src/pptx/package/xml-part.ts';
import { type DeckPage, writeDeck } from '../../../src/pptx/write-deck.ts';
import {
  SAMPLE_PNG,
  sampleDeck,
  samplePage,
  sampleParagraph,
  sampleRef,
  sampleRows,
  sampleText,
  sampleTitle,
} from '../../fixtures/sample-deck.ts';
import { paragraphTexts, partNamesOf, readPart } from './read-deck.ts';
import { validateDeck } from './validate-deck.ts';

const signal = new AbortController().signal;
const LAYOUTS = ['cover-split', 'bullets', 'further', 'A & <B>'];
const HOSTILE_TEXTS = {
  'control characters and lone surrogates': 'a\u0001b\u000Bc\uFFFFd\uD800e\uDC00f\u0000',
  'markup characters': `&<>"' &amp; <a:t>]]></a:t><!-- -->`,
  'emoji of several code points': '👩🏽‍🚀 🇮🇳 ❤️',
  'right-to-left text': 'שלום עולם — مرحبا بالعالم',
  'Hindi with conjuncts': 'जल चक्र का क्षेत्र',
  'line breaks and tabs': 'one\ntwo\r\nthree\tfour',
  '5,000 characters': 'lorem ipsum & '.repeat(360).slice(0, 5000),
};

function pagesOf(count: number): readonly DeckPage[] {
  return Array.from({ length: count }, (_, index) => ({
    ...samplePage(`Slide ${index + 1}`),
    layout: LAYOUTS[index % LAYOUTS.length] ?? 'bullets',
  }));
}

function xfrmOf(part: ReturnType<typeof readPart>, name: string): string {
  const shape = [...elementsNamed(part, 'p:sp'), ...elementsNamed(part, 'p:pic')].find(
    (element) => elementsNamed(element, 'p:cNvPr')[0]?.getAttribute('name') === name,
  );
  if (shape === undefined) throw new Error(`No shape ${name}.`);
  const offset = elementsNamed(shape, 'a:off')[0];
  const extent = elementsNamed(shape, 'a:ext').find((element) => element.hasAttribute('cx'));
  return [
    offset?.getAttribute('x'),
    offset?.getAttribute('y'),
    extent?.getAttribute('cx'),
    extent?.getAttribute('cy'),
  ].join(' ');
}

describe('the Open XML rules and the part check are silent', () => {
  test.each([1, 10, 60])('on %i pages with every kind of shape, pictures and notes', async (count) => {
    const deck = await writeDeck(sampleDeck(pagesOf(count)), signal);
    expect(await validateDeck(deck)).toEqual([]);
    expect(checkPackage(deck)).toEqual([]);
    expect(partNamesOf(deck).filter((name) => name.startsWith('ppt/slides/slide'))).toHaveLength(count);
  });

  test.each(Object.entries(HOSTILE_TEXTS))('on %s in every place that takes text', async (_, text) => {
    const picture = {
      kind: 'picture',
      xIn: 1,
      yIn: 1,
      widthIn: 1,
      heightIn: 1,
      picture: sampleRef('x'),
      altText: text,
    } as const;
    const page = {
      ...samplePage(`T ${text}`, [picture, sampleText([sampleParagraph(text)])]),
      layout: `L ${text.slice(0, 100)}`,
      notes: [text, text],
    };
    const deck = await writeDeck(
      sampleDeck([page], { title: text, fonts: { head: 'A & "B"', body: 'Calibri' } }),
      signal,
    );
    expect(await validateDeck(deck)).toEqual([]);
    expect(checkPackage(deck)).toEqual([]);
  });

  test('on a page that fills no body, since the empty placeholder of its layout is left out', async () => {
    const lean: DeckPage = { ...samplePage('Lean'), shapes: [sampleTitle('Lean')], notes: [] };
    const deck = await writeDeck(sampleDeck([samplePage('Full'), lean]), signal);
    expect(await validateDeck(deck)).toEqual([]);
    expect(elementsNamed(readPart(deck, 'ppt/slides/slide2.xml'), 'p:sp')).toHaveLength(1);
  });
});

test('the rules do find the fault that every file of the library has, or their silence would prove nothing', async () => {
  const parts = unzipSync(await writeDeck(sampleDeck([samplePage()]), signal));
  const presentation = new TextDecoder().decode(parts['ppt/presentation.xml']);
  const broken = presentation.replace(
    /(<p:notesMasterIdLst>.*<\/p:notesMasterIdLst>)(<p:sldIdLst>.*<\/p:sldIdLst>)/,
    '$2$1',
  );
  expect(broken).not.toBe(presentation);
  parts['ppt/presentation.xml'] = new TextEncoder().encode(broken);
  expect(await validateDeck(zipSync(parts))).toEqual([expect.stringContaining('notesMasterIdLst')]);
});

describe('what people read and edit', () => {
  test('title and rows are placeholders that the slide layout has too, so that outline view and new slides work', async () => {
    const deck = await writeDeck(sampleDeck([samplePage('Water moves')]), signal);
    const placeholders = ['ppt/slides/slide1.xml', 'ppt/slideLayouts/slideLayout2.xml'].map((part) =>
      elementsNamed(readPart(deck, part), 'p:ph').map((ph) => [ph.getAttribute('type'), ph.getAttribute('idx')]),
    );
    const expected = [
      ['title', null],
      ['body', '1'],
    ];
    expect(placeholders).toEqual([expected, expected]);
  });

  test('a second body and a subtitle get placeholders of their own', async () => {
    const subtitle = sampleText([sampleParagraph('Under it')], { placeholder: 'subtitle' });
    const shapes = [sampleTitle('Compare'), subtitle, sampleRows(['left']), sampleRows(['right'])];
    const deck = await writeDeck(sampleDeck([{ ...samplePage(), shapes }]), signal);
    const slide = readPart(deck, 'ppt/slides/slide1.xml');
    expect(elementsNamed(slide, 'p:ph').map((ph) => `${ph.getAttribute('type')} ${ph.getAttribute('idx')}`)).toEqual([
      'title null',
      'subTitle 1',
      'body 2',
      'body 3',
    ]);
    expect(await validateDeck(deck)).toEqual([]);
  });

  test('each page keeps its own frames, although pages of one family share a layout', async () => {
    const moved = { ...sampleTitle('Moved'), xIn: -0.5, yIn: 3, widthIn: 4.25, heightIn: 0.5 };
    const deck = await writeDeck(sampleDeck([samplePage(), { ...samplePage(), shapes: [moved] }]), signal);
    expect(xfrmOf(readPart(deck, 'ppt/slides/slide2.xml'), 'Title 1')).toBe('-457200 2743200 3886200 457200');
    expect(xfrmOf(readPart(deck, 'ppt/slides/slide1.xml'), 'Picture 7')).toBe('9326880 2743200 1828800 1828800');
  });

  test('notes are one paragraph an entry, in the language of the deck', async () => {
    const deck = await writeDeck(sampleDeck([samplePage()], { language: 'hi-IN' }), signal);
    const notes = readPart(deck, 'ppt/notesSlides/notesSlide1.xml');
    expect(paragraphTexts(notes)).toEqual([
      'The sun warms the sea.',
      'Vapour rises & cools.',
      'Source: Water <Book>; page 3',
    ]);
    expect(elementsNamed(notes, 'a:rPr').map((run) => run.getAttribute('lang'))).toEqual(['hi-IN', 'hi-IN', 'hi-IN']);
  });

  test('pictures say what they show, decorative ones say so, and no file name leaks', async () => {
    const deck = await writeDeck(sampleDeck([samplePage()]), signal);
    const pictures = elementsNamed(readPart(deck, 'ppt/slides/slide1.xml'), 'p:pic');
    const described = pictures.map((picture) => elementsNamed(picture, 'p:cNvPr')[0]?.getAttribute('descr'));
    expect(described).toEqual(['Waves & "foam" at a coast', '']);
    expect(pictures.map((picture) => elementsNamed(picture, 'adec:decorative').length)).toEqual([0, 1]);
  });

  test('every run carries the language, so that spelling is checked in the right one', async () => {
    const deck = await writeDeck(sampleDeck([samplePage()], { language: 'hi-IN' }), signal);
    const slide = readPart(deck, 'ppt/slides/slide1.xml');
    const languages = [...elementsNamed(slide, 'a:rPr'), ...elementsNamed(slide, 'a:endParaRPr')].map((run) =>
      run.getAttribute('lang'),
    );
    expect(new Set(languages)).toEqual(new Set(['hi-IN']));
  });

  test('the theme carries the fonts and the ground of the deck, the notes stay black on white', async () => {
    const page = { ...samplePage(), background: '0B1526' };
    const deck = await writeDeck(sampleDeck([page], { fonts: { head: 'Arial', body: 'Calibri' } }), signal);
    const colors = ['ppt/theme/theme1.xml', 'ppt/theme/theme2.xml'].map((part) => {
      const ground = elementsNamed(readPart(deck, part), 'a:lt1')[0];
      return (
        ground && [...elementsNamed(ground, 'a:srgbClr'), ...elementsNamed(ground, 'a:sysClr')][0]?.getAttribute('val')
      );
    });
    expect(colors).toEqual(['0B1526', 'window']);
    const faces = ['a:majorFont', 'a:minorFont'].map((slot) =>
      elementsNamed(readPart(deck, 'ppt/theme/theme1.xml'), slot).map((font) =>
        elementsNamed(font, 'a:latin')[0]?.getAttribute('typeface'),
      ),
    );
    expect(faces).toEqual([['Arial'], ['Calibri']]);
  });

  test('document properties name the deck and nobody else', async () => {
    const deck = await writeDeck(sampleDeck([samplePage()]), signal);
    const core = readPart(deck, 'docProps/core.xml');
    expect(elementsNamed(core, 'dc:title')[0]?.textContent).toBe('Water & weather');
    const everything = Object.values(unzipSync(deck))
      .map((bytes) => new TextDecoder().decode(bytes))
      .join('');
    expect(everything).not.toMatch(/pptxgenjs|preencoded/i);
  });
});

describe('the file', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  });

  test('is the same byte for byte in another year and another time zone, so that a repeated step finds its result', async () => {
    const builds = [];
    for (const [date, zone] of [
      ['2026-01-31T23:59:59Z', 'Asia/Kolkata'],
      ['2031-07-01T12:00:00Z', 'America/Los_Angeles'],
    ] as const) {
      vi.stubEnv('TZ', zone);
      vi.useFakeTimers({ now: new Date(date), toFake: ['Date'] });
      builds.push(await writeDeck(sampleDeck(pagesOf(3)), signal));
    }
    expect(Buffer.compare(builds[0] ?? new Uint8Array(), builds[1] ?? new Uint8Array())).toBe(0);
  });

  test('stores a picture once for the whole deck, unpacked, and loads it once', async () => {
    const loadPicture = vi.fn(() => Promise.resolve(SAMPLE_PNG));
    const deck = await writeDeck(sampleDeck(pagesOf(10), { loadPicture }), signal);
    const media = partNamesOf(deck).filter((name) => name.startsWith('ppt/media/'));
    expect(media).toEqual(['ppt/media/picture1.png', 'ppt/media/picture2.png']);
    expect(loadPicture).toHaveBeenCalledTimes(2);
    expect(unzipSync(deck)['ppt/media/picture1.png']).toEqual(SAMPLE_PNG);
    expect(Buffer.from(deck).includes(Buffer.from(SAMPLE_PNG))).toBe(true);
  });

  test('begins with the content types and is in name order without folder entries', async () => {
    const names = partNamesOf(await writeDeck(sampleDeck(pagesOf(2)), signal));
    expect(names[0]).toBe('[Content_Types].xml');
    expect(names).toEqual([...names].sort());
    expect(names.filter((name) => name.endsWith('/'))).toEqual([]);
  });

  test('gives every shape a text body and every solid ground an effect list, or PowerPoint offers to repair it', async () => {
    const deck = await writeDeck(sampleDeck(pagesOf(2)), signal);
    for (const name of partNamesOf(deck).filter((part) =>
      /(slides|slideLayouts|slideMasters)\/[^/]*\.xml$/.test(part),
    )) {
      const part = readPart(deck, name);
      for (const shape of elementsNamed(part, 'p:sp')) expect(elementsNamed(shape, 'p:txBody')).toHaveLength(1);
      for (const ground of elementsNamed(part, 'p:bgPr')) expect(elementsNamed(ground, 'a:effectLst')).toHaveLength(1);
    }
    expect(elementsNamed(readPart(deck, 'ppt/notesMasters/notesMaster1.xml'), 'p:sp')).toEqual([]);
  });
});

describe('refusals', () => {
  test.each([
    ['no title', [sampleRows(['a'])]],
    ['two titles', [sampleTitle('a'), sampleTitle('b')]],
    ['a title of characters that XML forbids', [sampleTitle('\u0001 \u0002')]],
  ])('a page with %s is refused by its number, since screen readers name slides by title', async (_, shapes) => {
    const failure = writeDeck(sampleDeck([samplePage(), { ...samplePage(), shapes }]), signal);
    await expect(failure).rejects.toThrow(RenderError);
    await expect(failure).rejects.toMatchObject({ code: 'DECK_INVALID', message: expect.stringContaining('Page 2') });
  });

  test('a deck without pages is refused', async () => {
    await expect(writeDeck(sampleDeck([]), signal)).rejects.toMatchObject({ code: 'DECK_INVALID' });
  });

  test('a picture that is neither PNG nor JPEG is refused whatever its media type says', async () => {
    const loadPicture = () => Promise.resolve(zipSync({}));
    await expect(writeDeck(sampleDeck([samplePage()], { loadPicture }), signal)).rejects.toMatchObject({
      code: 'DECK_INVALID',
      message: expect.stringContaining('neither PNG nor JPEG'),
    });
  });

  test('a cancelled run stops between pictures with the reason it was given', async () => {
    const controller = new AbortController();
    const reason = new Error('cancelled by the user');
    const loadPicture = vi.fn(() => {
      controller.abort(reason);
      return Promise.resolve(SAMPLE_PNG);
    });
    await expect(writeDeck(sampleDeck([samplePage()], { loadPicture }), controller.signal)).rejects.toBe(reason);
    expect(loadPicture).toHaveBeenCalledTimes(1);
  });
});

test('hears a cancel between two slides, since a long deck must not hold up the end of a run', async () => {
  const controller = new AbortController();
  const reason = new Error('cancelled by the user');
  const finished: number[] = [];
  const pages = pagesOf(40).map((page, index) => ({
    ...page,
    // Notes are written as the last thing of a slide.
    get notes() {
      finished.push(index);
      if (index === 9) setImmediate(() => controller.abort(reason));
      return page.notes;
    },
  }));
  await expect(writeDeck(sampleDeck(pages), controller.signal)).rejects.toBe(reason);
  expect(finished).toContain(9);
  expect(finished).not.toContain(39);
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../../src/contract/errors.ts';
import { type Outline, outlineSchema } from '../../../src/contract/schemas/outline.ts';
import { type SlideScript, slideScriptSchema } from '../../../src/contract/schemas/slide-script.ts';
import type { SourceDocument } from '../../../src/contract/schemas/source-document.ts';
import { readDocument } from '../../../src/documents/read-document.ts';
import { createExtractiveWriter } from '../../../src/writing/create-extractive-writer.ts';
import { briefFor } from '../../fixtures/sample-brief.ts';
import { ODD_DOCUMENTS } from './odd-documents.ts';

interface Deck {
  readonly document: SourceDocument;
  readonly outline: Outline;
  readonly scripts: readonly SlideScript[];
}

const signal = new AbortController().signal;
const writer = createExtractiveWriter();
const SAMPLE = readFileSync(new URL('../../../samples/water-cycle.md', import.meta.url), 'utf8');

async function writeDeck(text: string, name: string, slides: number): Promise<Deck> {
  const document = await readDocument({ bytes: new TextEncoder().encode(text), name, language: null });
  const brief = briefFor(document, { slides, language: 'en' });
  const { value: outline } = await writer.writeOutline(brief, signal);
  const scripts = await Promise.all(
    outline.slides.map(async (slide) => (await writer.writeSlide({ brief, outline, slide }, signal)).value),
  );
  return { document, outline, scripts };
}

const contentOf = (deck: Deck): SlideScript[] =>
  deck.scripts.filter((_script, index) => deck.outline.slides[index]?.role === 'content');
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}]+/gu) ?? [];
const sourceText = (document: SourceDocument): string => document.passages.map((one) => one.text).join('\n');

/** Whether the words stand in the document in this order with few others between them, in one passage. */
function isCutFrom(text: string, document: SourceDocument, maxLeftOut: number): boolean {
  const wanted = wordsOf(text);
  return document.passages.some((passage) => {
    const found = wordsOf(passage.text);
    return found.some((word, start) => {
      if (word !== wanted[0]) return false;
      let at = 0;
      for (let index = start; index < found.length && index < start + wanted.length + maxLeftOut; index += 1) {
        if (found[index] === wanted[at]) at += 1;
        // Short items are spoken together with an "and" before the last.
        else if (wanted[at] === 'and' && found[index] === wanted[at + 1]) at += 2;
      }
      return at === wanted.length;
    });
  });
}

const PROSE =
  'The committee orders new buses every spring in the city. The new buses use less fuel than the old buses in the fleet. ' +
  'Drivers started their work at low speed before severance packages were getting common.';
const SHOUTED = ['Getting Started', 'Who enforces it?', 'Speed depends on tension and mass', 'Severance Packages']
  .map((title, at) => `## ${title}\n\n${PROSE.replaceAll('buses', `buses of line ${at + 2}`)}`)
  .join('\n\n');

const POINTING = /^(?:This|These|Those|It|They|He|She|Such|Its|Their|The former|The latter)\b/u;
const CASES = [['water-cycle.md', SAMPLE] as const, ...Object.entries(ODD_DOCUMENTS)];
const DECKS = CASES.flatMap(([name, text]) => [3, 8, 20].map((slides) => [name, slides, text] as const));

describe.each(DECKS)('the lecture from "%s" in %i slides', (name, slides, text) => {
  const deck = writeDeck(text, name, slides);

  test('announces on its first slide nothing that a person took away', async () => {
    const { document, outline, scripts } = await writeDeck(SAMPLE, 'water.md', 8);
    const [cover, gone] = outline.slides;
    if (!cover || !gone) throw new Error('The deck is too short.');
    const spoken = (script: SlideScript | undefined) =>
      script?.narration.map(({ text }) => text.toLowerCase()).join(' ');
    expect(spoken(scripts[0])).toContain(gone.heading.toLowerCase());
    const edited = { ...outline, slides: outline.slides.filter((slide) => slide !== gone) };
    const brief = briefFor(document, { slides: 8, language: 'en' });
    const { value } = await writer.writeSlide({ brief, outline: edited, slide: cover }, signal);
    expect(spoken(value)).not.toContain(gone.heading.toLowerCase());
  });

  test('promises on its last slide as many things as it shows, also when a person took slides away', async () => {
    const deck = await writeDeck(SAMPLE.split('\n## ').slice(0, 4).join('\n## '), 'water.md', 6);
    const brief = briefFor(deck.document, { slides: 6, language: 'en' });
    const [cover, first] = deck.outline.slides;
    const closing = deck.outline.slides.at(-1);
    if (!cover || !first || !closing) throw new Error('The deck is too short.');
    const outline = { ...deck.outline, slides: [cover, first, closing] };
    const { value } = await writer.writeSlide({ brief, outline, slide: closing }, signal);
    expect(value.points.length).toBeLessThan(deck.scripts.at(-1)?.points.length ?? 0);
    expect(value.heading).toBe({ 1: 'One thing to remember', 2: 'Two things to remember' }[value.points.length]);
    const named = { ...closing, heading: 'What I say' };
    const own = await writer.writeSlide(
      { brief, outline: { ...outline, slides: [cover, first, named] }, slide: named },
      signal,
    );
    expect(own.value.heading).toBe('What I say');
  });

  test('fits the contract, is framed by cover and closing, and is not longer than asked for', async () => {
    const { outline, scripts } = await deck;
    expect(outlineSchema.safeParse(outline).success).toBe(true);
    for (const script of scripts) expect(slideScriptSchema.safeParse(script).success).toBe(true);
    expect([outline.slides[0]?.role, outline.slides.at(-1)?.role]).toEqual(['cover', 'closing']);
    expect(outline.slides.length).toBeGreaterThanOrEqual(3);
    expect(outline.slides.length).toBeLessThanOrEqual(slides);
  });

  test('says and shows nothing that the document does not', async () => {
    const all = await deck;
    const spoken = contentOf(all).flatMap((script) => script.narration.map((one) => one.text));
    const shown = all.scripts.flatMap((script) => script.points);
    const titles = all.document.sections.map((section) => wordsOf(section.title).join(' '));
    const isTitle = (sentence: string): boolean =>
      sentence.startsWith('Next: ') && titles.includes(wordsOf(sentence.slice(6)).join(' '));
    expect(spoken.filter((sentence) => !isTitle(sentence) && !isCutFrom(sentence, all.document, 6))).toEqual([]);
    expect(shown.filter((point) => !isCutFrom(point, all.document, 40))).toEqual([]);
    const numbers = new Set(`${sourceText(all.document)} ${all.document.title}`.match(/\p{N}[\p{N}.,]*\p{N}|\p{N}/gu));
    expect(
      shown.flatMap((point) => point.match(/\p{N}[\p{N}.,]*\p{N}|\p{N}/gu) ?? []).filter((one) => !numbers.has(one)),
    ).toEqual([]);
  });

  test('has rows that fit: no full stop, a capital, two lines, one to five a slide', async () => {
    const all = await deck;
    const rows = all.scripts.filter((script) => script.exhibit === null);
    for (const script of contentOf(all).filter((one) => one.exhibit === null)) {
      expect(script.points.length).toBeGreaterThanOrEqual(1);
      expect(script.points.length).toBeLessThanOrEqual(5);
    }
    for (const point of rows.flatMap((script) => script.points)) {
      expect(point).not.toMatch(/[.;:,]$/u);
      expect(point).toMatch(/^[“‘]?[\p{Lu}\p{N}]|^\p{Ll}\p{Lu}/u);
      expect(point.length).toBeLessThanOrEqual(110);
    }
    for (const script of all.scripts.filter((one) => one.layout === 'bullets-picture'))
      for (const point of script.points) expect(point.length).toBeLessThanOrEqual(90);
  });

  test('shows no row twice but to sum up, and no two slides share an id or a passage', async () => {
    const { outline, scripts } = await deck;
    const keysOf = (some: readonly SlideScript[]): string[] =>
      some.flatMap((script) => script.points.map((point) => wordsOf(point).join(' ')));
    const points = keysOf(contentOf(await deck));
    expect(new Set(points).size).toBe(points.length);
    const closing = keysOf(scripts.slice(-1));
    expect(new Set(closing).size).toBe(closing.length);
    // Only what was said, or the document's own summary, can be remembered.
    const said = [
      ...points,
      ...scripts.slice(0, -1).map((script) => wordsOf(script.heading).join(' ')),
      ...scripts.slice(0, -1).flatMap((script) => script.narration.map((one) => wordsOf(one.text).join(' '))),
    ];
    if (outline.slides.at(-1)?.passageIds.length === 0)
      expect(closing.filter((point) => !said.some((one) => one.startsWith(point)) && !points.includes(point))).toEqual(
        [],
      );
    expect(new Set(outline.slides.map((slide) => slide.id)).size).toBe(outline.slides.length);
    const ids = outline.slides.filter((slide) => slide.role === 'content').flatMap((slide) => slide.passageIds);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('speaks about every row, in the order of the rows', async () => {
    for (const script of (await deck).scripts) {
      const supports = script.narration.flatMap((one) => (one.supports === null ? [] : [one.supports]));
      expect([...new Set(supports)]).toEqual(script.points.map((_point, index) => index));
      expect(supports).toEqual([...supports].sort((a, b) => a - b));
    }
  });

  test('begins no sentence with a pronoun unless the sentence before it in the document was said', async () => {
    const all = await deck;
    const source = wordsOf(sourceText(all.document)).join(' ');
    for (const script of contentOf(all)) {
      script.narration.forEach(({ text: sentence }, index) => {
        if (!POINTING.test(sentence)) return;
        const before = script.narration[index - 1]?.text ?? 'nothing was said before';
        expect(source).toContain([...wordsOf(before), ...wordsOf(sentence)].join(' '));
      });
    }
  });

  test('never has three slides of rows running where a picture fits, and cites what it says', async () => {
    const all = await deck;
    const rows = contentOf(all);
    const third = rows.filter(
      (_script, at) => at > 1 && rows.slice(at - 2, at + 1).every((one) => one.layout === 'bullets'),
    );
    expect(
      third.filter(
        (one) => one.points.length <= 4 && one.points.every((point) => point.length <= 90) && one.heading.length <= 56,
      ),
    ).toEqual([]);
    const known = new Set(all.document.passages.map((one) => one.id));
    for (const script of contentOf(all)) {
      expect(script.citations.length).toBeGreaterThan(0);
      expect(script.citations.every((one) => known.has(one.passageId))).toBe(true);
      expect(script.layout === 'bullets-picture').toBe(script.picture !== null);
    }
  });

  test('gives the same lecture again', async () => {
    const again = await writeDeck(text, name, slides);
    expect(again).toEqual(await deck);
  });
});

describe('the extractive writer', () => {
  test('makes ten slides of three to five minutes from the sample, one for each section', async () => {
    const deck = await writeDeck(SAMPLE, 'water-cycle.md', 10);
    expect(deck.outline.slides).toHaveLength(10);
    const titles = deck.document.sections.map((one) => one.title);
    expect(deck.outline.slides.slice(1, -1).map((slide) => slide.heading)).toEqual(titles.slice(0, -1));
    const wordCount = deck.scripts.flatMap((script) => script.narration.flatMap((one) => one.text.split(' '))).length;
    expect(wordCount).toBeGreaterThan(450);
    expect(wordCount).toBeLessThan(750);
    for (const script of contentOf(deck))
      expect(script.layout).toBe(script.exhibit?.kind ?? (script.picture === null ? 'bullets' : 'bullets-picture'));
  });

  test('shows a list of five whole, and takes nothing away from it to sum up', async () => {
    const steps = [
      'Peel the potatoes',
      'Fry the sliced onion',
      'Add the cold stock',
      'Blend half of it',
      'Stir in the cream',
    ];
    const text = `# Soup\n\nA soup for four.\n\n## Steps\n\n${steps.map((step, at) => `${at + 1}. ${step} with care and without any hurry at all.`).join('\n')}\n\n## Tips\n\nThe soup keeps for three days in the fridge. Cream makes the soup heavy for small children. Salt belongs in at the very end of the cooking.`;
    const deck = await writeDeck(text, 'soup.md', 10);
    expect(contentOf(deck)[0]?.points).toHaveLength(5);
  });

  test('repeats no sentence that stands in several sections of a document', async () => {
    const same = 'The programme provides job protection and monetary benefits to every employee in the state.';
    const text = ['Oregon', 'Ohio', 'Utah']
      .map((name) => `## ${name}\n\n${same} The office in ${name} answers questions by letter within ten days.`)
      .join('\n\n');
    const deck = await writeDeck(`# Leave\n\nWhat each state gives.\n\n${text}`, 'leave.md', 3);
    const said = contentOf(deck).flatMap((script) => script.narration.map((one) => one.text));
    expect(said.filter((sentence) => sentence === same)).toHaveLength(1);
  });

  test('joins headings only where the list can be read as one title', async () => {
    const deck = await writeDeck(SHOUTED, 'rules.md', 4);
    const headings = deck.outline.slides.map((slide) => slide.heading);
    expect(headings.join(' | ')).not.toMatch(/\?,|, [a-z]+ depends/u);
    expect(deck.scripts[0]?.narration.at(-1)?.text).toBe(
      'This lecture goes from getting started to severance packages.',
    );
  });

  test('names a list by the words that announce it', async () => {
    const text = `# Waves\n\n## What a wave is\n\nA wave carries energy from one place to another without carrying matter along. Every piece of a rope moves up and down as the wave passes by. A cork on a lake bobs as a ripple passes below.  The shape travels over the water; the rope and the lake stay.\n\nWaves come in two families:\n\n- Transverse waves move the medium at right angles to the direction in which the energy travels.\n- Longitudinal waves squeeze and stretch the medium along the direction in which the energy travels.\n- Surface waves on water do both at once, so that each drop goes round in a circle.\n`;
    const deck = await writeDeck(text, 'waves.md', 10);
    expect(contentOf(deck).map((script) => script.heading)).toEqual(['What a wave is', 'Waves come in two families']);
  });

  test('leaves out what points at an address that is gone, and who to write to', async () => {
    const deck = await writeDeck(
      `${SAMPLE.split('## ').slice(0, 3).join('## ')}\n\nSee https://example.org/a for the letter. Contact: info@example.org (Mon. to Fri.).`,
      'a.md',
      5,
    );
    expect(JSON.stringify(deck.scripts)).not.toMatch(/See for|Contact/u);
  });

  test('says who wrote it and where it comes from', async () => {
    const { scripts } = await writeDeck(SAMPLE, 'water-cycle.md', 10);
    expect(scripts[0]?.smallPrint).toEqual(['From water-cycle.md']);
    expect(scripts.at(-1)?.smallPrint.join(' ')).toMatch(
      /Source: The water cycle, water-cycle\.md .*without a language model/u,
    );
    expect(scripts.at(-1)?.heading).toBe('Three things to remember');
  });

  test.each([3, 4, 5, 6, 8, 10])('lets every section of the sample speak in %i slides', async (slides) => {
    const deck = await writeDeck(SAMPLE, 'water-cycle.md', slides);
    expect(deck.outline.slides).toHaveLength(slides);
    const cited = new Set(deck.scripts.flatMap((script) => script.citations.map((one) => one.passageId)));
    const silent = deck.document.sections.filter((section) => !section.passageIds.some((id) => cited.has(id)));
    expect(silent.map((section) => section.title)).toEqual([]);
  });

  test('meets a larger number within one by giving long sections a second slide with a statement of its own', async () => {
    const { outline } = await writeDeck(SAMPLE, 'water-cycle.md', 14);
    expect(outline.slides.length).toBeGreaterThanOrEqual(13);
    const headings = outline.slides.map((slide) => slide.heading);
    expect(new Set(headings).size).toBe(headings.length);
    expect(headings.join(' ')).not.toMatch(/part 2|continued/iu);
  });

  test('gives fewer slides rather than filler when the matter is thin', async () => {
    const deck = await writeDeck(ODD_DOCUMENTS['two sentences.txt'] ?? '', 'two.txt', 30);
    expect(deck.outline.slides.map((slide) => slide.role)).toEqual(['cover', 'content', 'closing']);
  });

  test('divides a long document in parts by section slides', async () => {
    const { outline } = await writeDeck(ODD_DOCUMENTS['parts.md'] ?? '', 'parts.md', 20);
    const parts = outline.slides.filter((slide) => slide.role === 'section');
    expect(parts.map((slide) => slide.progress)).toEqual(
      [0, 1, 2].map((current) => ({ titles: ['Land', 'Sea', 'Air'], current })),
    );
  });

  test('keeps ids, rows and narration of all slides when one section moves', async () => {
    const [head = '', ...sections] = SAMPLE.split(/^(?=## )/mu);
    const moved = [head, ...sections.slice(3, 5), ...sections.slice(0, 3), ...sections.slice(5)].join('');
    const byId = async (text: string) =>
      Object.fromEntries(
        contentOf(await writeDeck(text, 'water-cycle.md', 10)).map((script) => [
          script.slideId,
          [script.heading, script.points, script.narration],
        ]),
      );
    expect(await byId(moved)).toEqual(await byId(SAMPLE));
  });

  test('refuses one sentence and other languages with the way out', async () => {
    const one = 'Glaciers are rivers of ice that move slowly downhill under their own great weight.';
    await expect(writeDeck(one, 'one.txt', 5)).rejects.toMatchObject({ code: 'DOCUMENT_TOO_THIN' });
    const { document } = await writeDeck(SAMPLE, 'a.md', 5);
    await expect(writer.writeOutline(briefFor(document, { slides: 5, language: 'xx' }), signal)).rejects.toMatchObject({
      code: 'LANGUAGE_UNSUPPORTED',
    });
  });

  test('stops with the reason of its signal', async () => {
    const { document } = await writeDeck(SAMPLE, 'a.md', 5);
    const reason = new Error('cancelled');
    await expect(writer.writeOutline(briefFor(document, { slides: 5 }), AbortSignal.abort(reason))).rejects.toBe(
      reason,
    );
  });

  test('ends on any document with a lecture or an InputError', async () => {
    const words = fc.constantFrom(
      'ice',
      'the',
      'it',
      'this',
      'is',
      'moves',
      'glacier',
      'and',
      'which',
      'because',
      '3.5',
      'km',
      '(',
      ')',
      '—',
      ':',
      '“',
      'Dr.',
      'water',
      'However,',
      'they',
      'not',
    );
    const sentence = fc
      .tuple(fc.array(words, { minLength: 1, maxLength: 30 }), fc.constantFrom('.', '?', '!', '', ':'))
      .map(([list, end]) => `The ${list.join(' ')}${end}`);
    const block = fc
      .tuple(fc.constantFrom('', '# ', '## ', '### ', '- ', '> '), fc.array(sentence, { minLength: 1, maxLength: 8 }))
      .map(([mark, list]) => mark + list.join(' '));
    await fc.assert(
      fc.asyncProperty(fc.array(block, { maxLength: 25 }), fc.integer({ min: 3, max: 40 }), async (blocks, slides) => {
        try {
          const { outline, scripts } = await writeDeck(blocks.join('\n\n'), 'a.md', slides);
          expect(outline.slides.length).toBeLessThanOrEqual(slides);
          for (const script of scripts) {
            expect(slideScriptSchema.safeParse(script).success).toBe(true);
            const supported = new Set(script.narration.map((one) => one.supports));
            expect(script.points.every((_point, index) => supported.has(index))).toBe(true);
          }
          for (const some of [scripts.slice(1, -1), scripts.slice(-1)]) {
            const points = some.flatMap((script) => script.points.map((point) => wordsOf(point).join(' ')));
            expect(new Set(points).size).toBe(points.length);
          }
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
        }
      }),
      { numRuns: 120 },
    );
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Outline } from '../../../src/contract/schemas/outline.ts';
import { type SlideScript, slideScriptSchema } from '../../../src/contract/schemas/slide-script.ts';
import type { SourceDocument } from '../../../src/contract/schemas/source-document.ts';
import { canShowTable } from '../../../src/deck/can-show-table.ts';
import { readDocument } from '../../../src/documents/read-document.ts';
import { createExtractiveWriter } from '../../../src/writing/create-extractive-writer.ts';
import { briefFor } from '../../fixtures/sample-brief.ts';

interface Deck {
  readonly document: SourceDocument;
  readonly outline: Outline;
  readonly scripts: readonly SlideScript[];
}

const signal = new AbortController().signal;
const FOLDER = new URL('../../fixtures/documents/', import.meta.url);
const NAMES = readdirSync(FOLDER).filter((name) => /\.(?:md|txt)$/u.test(name));
const COUNTS = [5, 8, 10] as const;

async function writeDeck(name: string, slides: number): Promise<Deck> {
  const writer = createExtractiveWriter();
  const document = await readDocument({ bytes: readFileSync(new URL(name, FOLDER)), name, language: null });
  const brief = briefFor(document, { slides, language: 'en' });
  const { value: outline } = await writer.writeOutline(brief, signal);
  const scripts = await Promise.all(
    outline.slides.map(async (slide) => (await writer.writeSlide({ brief, outline, slide }, signal)).value),
  );
  return { document, outline, scripts };
}

const contentOf = ({ outline, scripts }: Deck): SlideScript[] =>
  scripts.filter((_script, at) => outline.slides[at]?.role === 'content');
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}]+/gu) ?? [];
const keyOf = (text: string): string => wordsOf(text).join(' ');

/** Whether words stand in one passage, in order, with few left out. */
function standsIn(text: string, document: SourceDocument, maxLeftOut: number): boolean {
  const wanted = wordsOf(text);
  return document.passages.some((passage) => {
    const found = wordsOf(passage.text);
    return found.some((word, start) => {
      if (word !== wanted[0]) return false;
      let at = 0;
      for (let index = start; index < found.length && index < start + wanted.length + maxLeftOut; index += 1)
        if (found[index] === wanted[at]) at += 1;
      return at === wanted.length;
    });
  });
}

/** Captions and names of speakers stand in a passage of their own; sections are announced by their titles. */
function isOfSource(sentence: string, document: SourceDocument): boolean {
  const titles = document.sections.map((section) => keyOf(section.title));
  const parts = sentence.replace(/^Next: /u, '').split(' — ');
  return parts.every((part) => standsIn(part, document, 6) || titles.includes(keyOf(part)));
}

const DECKS = NAMES.flatMap((name) => COUNTS.map((slides) => [name, slides] as const));

describe.each(DECKS)('the lecture from "%s" in %i slides', (name, slides) => {
  const making = writeDeck(name, slides);

  test('says and shows only what the document says', async () => {
    const deck = await making;
    for (const script of deck.scripts) expect(slideScriptSchema.safeParse(script).error).toBeUndefined();
    const spoken = contentOf(deck).flatMap((script) => script.narration.map((one) => one.text));
    expect(spoken.filter((sentence) => !isOfSource(sentence, deck.document))).toEqual([]);
    const shown = contentOf(deck).flatMap((script) => script.points);
    expect(shown.filter((point) => !standsIn(point, deck.document, 40))).toEqual([]);
    expect(spoken.concat(shown).join('\n')).not.toMatch(/\b(?:figure|table) \d|see (?:above|below)|\[\d+\]/iu);
  });

  test('shows no point twice', async () => {
    const points = contentOf(await making).flatMap((script) => script.points.map(keyOf));
    expect(points.filter((point, at) => points.indexOf(point) !== at)).toEqual([]);
  });

  test('repeats nothing on the closing slide', async () => {
    const points = (await making).scripts.at(-1)?.points.map(keyOf) ?? [];
    expect(points.filter((point, at) => points.indexOf(point) !== at)).toEqual([]);
    expect(points.length).toBeGreaterThan(0);
  });

  test('has titles of at most eight words, none twice', async () => {
    const { outline } = await making;
    const headings = outline.slides.slice(1).map((slide) => slide.heading);
    expect(headings.filter((heading) => heading.split(/\s+/u).length > 8)).toEqual([]);
    expect(new Set(headings).size).toBe(headings.length);
  });

  test('lets every section with matter speak or show', async () => {
    const { document, scripts } = await making;
    const cited = new Set(scripts.flatMap((script) => script.citations.map((one) => one.passageId)));
    const silent = document.sections.filter(
      (section) => section.passageIds.length > 0 && !section.passageIds.some((id) => cited.has(id)),
    );
    expect(silent.map((section) => section.title)).toEqual([]);
  });

  test('speaks a slide for at most 45 seconds at 160 words a minute, and for 9 or more', async () => {
    const lengths = contentOf(await making).map((script) => ({
      heading: script.heading,
      words: script.narration.reduce((sum, one) => sum + one.text.split(/\s+/u).length, 0),
    }));
    expect(lengths.filter(({ words }) => words < 24 || words > 125)).toEqual([]);
  });

  test('begins no row with a pronoun, and no slide', async () => {
    const all = contentOf(await making);
    const firsts = all.flatMap((script) => [script.narration[0]?.text ?? '', ...script.points]);
    expect(
      firsts.filter((text) => /^(?:this|these|those|it|they|he|she|its|their|that is [^,])\b/iu.test(text)),
    ).toEqual([]);
  });

  test('never shows the same layout three times running where something else is to be had', async () => {
    const layouts = contentOf(await making).map((script) => script.layout);
    const third = layouts.filter((layout, at) => at > 1 && layouts[at - 1] === layout && layouts[at - 2] === layout);
    expect(third.filter((layout) => layout !== 'bullets')).toEqual([]);
  });

  test('copies the figures and cells of its exhibits', async () => {
    const { document, scripts } = await making;
    const cells = new Set(document.passages.flatMap((one) => one.table?.rows.flat() ?? []));
    const text = document.passages.map((one) => one.text).join('\n');
    for (const { exhibit, points, layout, narration } of scripts) {
      expect(exhibit?.kind ?? 'rows').toBe(exhibit === null ? 'rows' : layout);
      if (exhibit?.kind === 'table') {
        expect(exhibit.rows.flat().filter((cell) => !cells.has(cell))).toEqual([]);
        expect(canShowTable(exhibit)).toBe(true);
        expect(points).toHaveLength(exhibit.rows.length);
        expect(narration.map((one) => one.supports)).toContain(0);
      }
      if (exhibit?.kind === 'chart') {
        expect(
          exhibit.items.filter((item) => !cells.has(item.label) || !cells.has(item.shown.replace(/%$/u, ''))),
        ).toEqual([]);
        expect(exhibit.items[exhibit.highlight]).toBeDefined();
        expect(points).toHaveLength(1);
        if (exhibit.form === 'bars') {
          const values = exhibit.items.map((item) => item.value);
          expect(values).toEqual([...values].sort((a, b) => b - a));
        }
      }
      if (exhibit?.kind === 'big-number') expect(text.toLowerCase()).toContain(exhibit.figure.toLowerCase());
      if (exhibit?.kind === 'quote') expect(standsIn(exhibit.text, document, 0)).toBe(true);
      if (exhibit?.kind === 'definition')
        expect(standsIn(`${exhibit.term} ${exhibit.meaning}`, document, 2)).toBe(true);
    }
  });
});

const exhibitsOf = async (name: string, slides: number): Promise<readonly string[]> =>
  contentOf(await writeDeck(name, slides)).map((script) => script.exhibit?.kind ?? 'rows');

describe('what is shown instead of rows', () => {
  test('figures of one unit become bars, figures by year columns, and a table of words stays a table', async () => {
    const deck = await writeDeck('coffee-economy.md', 10);
    const shown = contentOf(deck).flatMap(({ exhibit }) => (exhibit === null ? [] : [exhibit]));
    const forms = shown.map((one) => (one.kind === 'chart' ? one.form : one.kind));
    expect(forms).toEqual(expect.arrayContaining(['bars', 'columns', 'table']));
  });

  test('a sentence with a speaker becomes a quotation with a name', async () => {
    const deck = await writeDeck('coffee-economy.md', 10);
    const quote = contentOf(deck).find((script) => script.exhibit?.kind === 'quote')?.exhibit;
    expect(quote).toEqual({
      kind: 'quote',
      text: 'The floor price is not charity, it is insurance',
      who: 'Maria Lopez',
      where: null,
    });
  });

  test('a block quote keeps the speaker named under it', async () => {
    const deck = await writeDeck('steam-history.md', 12);
    const quote = contentOf(deck).find((script) => script.exhibit?.kind === 'quote')?.exhibit;
    expect(quote).toMatchObject({ who: 'Matthew Boulton', where: 'to James Boswell, 1776' });
  });

  test('what a heading names is defined', async () => {
    expect(await exhibitsOf('tides-science.md', 9)).toContain('definition');
  });

  test('the steps of a recipe stay rows, though a sentence beside them defines something', async () => {
    const deck = await writeDeck('sourdough.md', 10);
    const steps = contentOf(deck).find((script) => script.heading === 'Making the dough');
    expect(steps?.exhibit).toBeNull();
    expect(steps?.points).toHaveLength(5);
  });
});

describe('sentences around references', () => {
  test('lose "As shown in Figure 2," and keep what was shown', async () => {
    const deck = await writeDeck('coffee-economy.md', 14);
    const spoken = deck.scripts.flatMap((script) => script.narration.map((one) => one.text));
    expect(spoken).toContain('The price at the farm gate is only a small part of the price in the shop.');
  });

  test('keep "However" right after the sentence that it turns against', async () => {
    const deck = await writeDeck('coffee-economy.md', 14);
    const spoken = deck.scripts.flatMap((script) => script.narration.map((one) => one.text));
    const at = spoken.indexOf('However, it decides whether the family keeps its trees.');
    expect(spoken[at - 1]).toBe('The price at the farm gate is only a small part of the price in the shop.');
  });
});

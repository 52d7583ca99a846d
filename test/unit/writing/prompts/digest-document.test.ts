import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Passage } from '../../../../src/contract/schemas/source-document.ts';
import { cutAtSentence } from '../../../../src/writing/prompts/cut-at-sentence.ts';
import { digestDocument } from '../../../../src/writing/prompts/digest-document.ts';
import { estimateTokens } from '../../../../src/writing/prompts/estimate-tokens.ts';
import { type NamedPassage, namePassages, passagesOf } from '../../../../src/writing/prompts/name-passages.ts';
import { listOwnPassages } from '../../../../src/writing/prompts/own-passages.ts';
import { longDocument } from '../../../fixtures/sample-lecture.ts';

const passage = (text: string, fields: Partial<Passage> = {}): Passage => ({
  id: `p-${text.slice(0, 12)}`,
  place: 'Part, paragraph 1',
  headingPath: ['Part'],
  kind: 'paragraph',
  page: null,
  table: null,
  text,
  ...fields,
});

/** A book: passages of some sentences each, one in ten far more about its matter than those around it. */
function book(count: number): readonly NamedPassage[] {
  const texts = Array.from({ length: count }, (_, at) =>
    at % 10 === 4
      ? `The glacier carries stones (${at}). Stones of the glacier become a moraine. A moraine shows where the glacier stood.`
      : `Somebody noted detail${at} beside entry${at} that day. Nothing else happened near place${at} in week${at}.`,
  );
  return namePassages({ passages: texts.map((text) => passage(text)) });
}

describe('digestDocument', () => {
  it('stays within its tokens and keeps the order of the document, whatever the passages are', () => {
    const texts = fc.array(
      fc.string({ minLength: 1, maxLength: 600 }).filter((text) => text.trim() !== ''),
      {
        minLength: 2,
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(texts, fc.integer({ min: 200, max: 3_000 }), (all, budgetTokens) => {
        const named = namePassages({ passages: all.map((text) => passage(text)) });
        const { passages, text } = digestDocument(named, budgetTokens, 'en');
        expect(estimateTokens(text)).toBeLessThanOrEqual(budgetTokens);
        const at = passages.map(({ name }) => Number(name.slice(1)));
        expect(at).toEqual([...at].sort((a, b) => a - b));
        expect(new Set(at).size).toBe(at.length);
      }),
      { numRuns: 60 },
    );
  });

  it('shows every passage of a document of some pages, each with its first sentences', async () => {
    const named = namePassages(await longDocument());
    const { passages, text } = digestDocument(named, 5_000, 'en');
    expect(passages).toEqual(named);
    for (const { name } of named) expect(text).toMatch(new RegExp(`^${name}(?: \\(\\w+\\))?: \\S`, 'm'));
  });

  it('takes the strongest passage of each stretch of a book, from its beginning to its end', () => {
    const named = book(3_000);
    const { passages } = digestDocument(named, 6_000, 'en');
    expect(passages.length).toBeGreaterThan(60);
    expect(passages.length).toBeLessThanOrEqual(300);
    const places = passages.map(({ name }) => Number(name.slice(1)));
    expect(places.filter((place) => place <= 1_500).length / places.length).toBeCloseTo(0.5, 1);
    const strong = passages.filter((one) => one.passage.text.startsWith('The glacier'));
    expect(strong.length / passages.length).toBeGreaterThan(0.9);
  });

  it('names the headings that passages stand under, and which of them are tables or quotations', () => {
    const table = { caption: 'Rivers', header: ['River', 'km'], rows: [['Po', '652']] };
    const named = namePassages({
      passages: [
        passage('Water runs.', { headingPath: ['Rivers', 'In Italy'] }),
        passage('Po 652', { headingPath: ['Rivers', 'In Italy'], kind: 'table', table }),
        passage('Fig. 1', { kind: 'caption' }),
        passage('All flows.', { headingPath: ['Sayings'], kind: 'quote' }),
      ],
    });
    expect(digestDocument(named, 1_000, 'en').text.split('\n')).toEqual([
      '## Rivers > In Italy',
      'p1: Water runs.',
      'p2 (table): Rivers',
      '  River | km',
      '  Po | 652',
      '## Sayings',
      'p4 (quote): All flows.',
    ]);
  });
});

describe('passagesOf', () => {
  it('gives a passage the same name in every call of a run', async () => {
    const document = await longDocument();
    const all = namePassages(document);
    for (const { name, passage: one } of all) expect(passagesOf(document, [one.id])[0]?.name).toBe(name);
    expect(passagesOf(document, ['p-nowhere'])).toEqual([]);
    expect(passagesOf(null, ['p-1'])).toEqual([]);
  });
});

describe('listOwnPassages', () => {
  const long = namePassages({
    passages: [passage('A first sentence stands here. '.repeat(80).trim()), passage('A short one.')],
  });

  it('shows the passages of a slide whole while they have room', () => {
    expect(listOwnPassages(long, 3_000, 'en')).toBe(`## Part\np1: ${long[0]?.passage.text}\np2: A short one.`);
  });

  it('cuts a huge one at the end of a sentence, so that no thought is shown in half', () => {
    const text = listOwnPassages(long, 300, 'en');
    expect(estimateTokens(text)).toBeLessThanOrEqual(300);
    expect(text).toMatch(/A first sentence stands here\.\np2: A short one\.$/);
  });
});

describe('cutAtSentence', () => {
  it('keeps whole sentences, and cuts a first one that is too long between words', () => {
    expect(cutAtSentence('One here. Two here. Three here.', 20, 'en')).toBe('One here. Two here.');
    expect(cutAtSentence('A sentence without any end to it', 12, 'en')).toBe('A sentence …');
    expect(cutAtSentence('पहला वाक्य यहाँ है। दूसरा वाक्य यहाँ है।', 25, 'hi')).toBe('पहला वाक्य यहाँ है।');
  });
});

describe('estimateTokens', () => {
  it('counts letters of Devanagari nearly one by one, since old vocabularies have no longer pieces', () => {
    expect(estimateTokens('a'.repeat(350))).toBe(100);
    expect(estimateTokens('क'.repeat(120))).toBe(100);
  });
});

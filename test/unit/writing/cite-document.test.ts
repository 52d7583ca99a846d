import { expect, test } from 'vitest';
import type { SourceDocument } from '../../../src/contract/schemas/source-document.ts';
import { citeDocument } from '../../../src/writing/extractive/wording/cite-document.ts';

const document = (pages: readonly (number | null)[]): SourceDocument => ({
  title: 'Tides',
  subtitle: null,
  name: 'tides.pdf',
  language: 'en',
  sections: [],
  passages: pages.map((page, index) => ({
    id: `p-${index}`,
    place: '',
    headingPath: [],
    kind: 'paragraph',
    page,
    table: null,
    text: 'Water moves.',
  })),
});
const pages = (range: string) => `pp. ${range}`;

test('names the pages of the passages that are used, and no others', () => {
  expect(citeDocument(document([1, 2, 3, 9]), new Set(['p-0', 'p-1', 'p-3']), pages)).toBe(
    'Tides, tides.pdf, pp. 1–2, 9',
  );
});

test('names no page where the format has none', () => {
  expect(citeDocument(document([null, null]), new Set(['p-0']), pages)).toBe('Tides, tides.pdf');
});

test('says the name once when it is the title as well', () => {
  expect(citeDocument({ ...document([null]), title: 'tides.pdf' }, new Set(['p-0']), pages)).toBe('tides.pdf');
});

import { expect, test } from 'vitest';
import { keepDrawable } from '../../../src/activities/keep-drawable.ts';
import type { SourceDocument } from '../../../src/contract/schemas/source-document.ts';

const DOCUMENT: SourceDocument = {
  title: 'Tokyo (東京) by train',
  subtitle: null,
  name: 'tokyo.md',
  language: 'en',
  sections: [{ level: 2, title: 'The 駅', headingPath: ['The 駅'], passageIds: ['p-1', 'p-2'] }],
  passages: [
    {
      id: 'p-1',
      place: 'The 駅, paragraph 1',
      headingPath: ['The 駅'],
      kind: 'paragraph',
      page: null,
      table: null,
      text: 'The station 駅, as it is called, is big.',
    },
    {
      id: 'p-2',
      place: 'The 駅, paragraph 2',
      headingPath: ['The 駅'],
      kind: 'paragraph',
      page: null,
      table: null,
      text: '東京',
    },
  ],
};

test('leaves out what the fonts cannot draw, tidies what stood around it, and says so', () => {
  const { document, warnings } = keepDrawable(DOCUMENT);
  expect(document.title).toBe('Tokyo by train');
  expect(document.passages.map(({ text }) => text)).toEqual(['The station, as it is called, is big.']);
  expect(document.sections).toEqual([{ level: 2, title: 'The', headingPath: ['The'], passageIds: ['p-1'] }]);
  expect(warnings).toEqual([
    {
      code: 'CHARACTERS_LEFT_OUT',
      message: 'The fonts of the slides cannot draw these characters, which were left out: 東 京 駅',
    },
  ]);
});

test('hands a drawable document on as it is', () => {
  const plain = { ...DOCUMENT, title: 'Café – 20 °C ≤ x → y', sections: [], passages: [] };
  expect(keepDrawable(plain)).toEqual({ document: plain, warnings: [] });
});

test('leaves it out of the cells, the heads and the caption of a table too, since those are drawn', () => {
  const table = { caption: 'Lines 線', header: ['Line', '駅'], rows: [['Tōzai 東', '23']] };
  const { document } = keepDrawable({
    ...DOCUMENT,
    sections: [],
    passages: [{ id: 'p-1', place: '1', headingPath: [], kind: 'table', page: null, table, text: 'Tōzai 東, 23' }],
  });
  expect(document.passages[0]?.table).toEqual({ caption: 'Lines', header: ['Line', ''], rows: [['Tōzai', '23']] });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PictureCandidate } from '../../../src/contract/schemas/picture.ts';
import { choosePictures } from '../../../src/workflows/choose-pictures.ts';

const candidate = (id: string): PictureCandidate => ({
  provider: 'archive',
  id,
  title: id,
  url: 'https://example.org/p.jpg',
  pageUrl: 'https://example.org/p',
  creator: 'Ada',
  licence: 'CC0-1.0',
  licenceUrl: 'https://creativecommons.org/publicdomain/zero/1.0/',
  widthPx: 100,
  heightPx: 100,
});

test('each slide takes its best candidate that no slide before it took', () => {
  const [a, b, c] = ['a', 'b', 'c'].map(candidate) as [PictureCandidate, PictureCandidate, PictureCandidate];
  expect(choosePictures([[a, b], [a, b], [a, b], [c]]).map((picture) => picture?.id ?? null)).toEqual([
    'a',
    'b',
    null,
    'c',
  ]);
});

test('the same id of another provider is another picture', () => {
  const other = { ...candidate('a'), provider: 'museum' };
  expect(choosePictures([[candidate('a')], [other]])).toEqual([candidate('a'), other]);
});

test('no picture is used twice, and what a slide gets does not depend on the slides after it', () => {
  const decks = fc.array(fc.array(fc.constantFrom(...'abcdef').map(candidate), { maxLength: 5 }), { maxLength: 12 });
  fc.assert(
    fc.property(decks, (deck) => {
      const chosen = choosePictures(deck);
      const ids = chosen.flatMap((picture) => (picture === null ? [] : [picture.id]));
      expect(new Set(ids).size).toBe(ids.length);
      for (let length = 0; length <= deck.length; length += 1) {
        expect(choosePictures(deck.slice(0, length))).toEqual(chosen.slice(0, length));
      }
    }),
  );
});

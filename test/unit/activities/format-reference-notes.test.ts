import { expect, test } from 'vitest';
import { formatReferenceNotes } from '../../../src/activities/format-reference-notes.ts';

const TIDE = {
  title: 'Tide',
  url: 'https://en.wikipedia.org/w/index.php?title=Tide&oldid=7',
  creator: 'Wikipedia contributors',
  licence: 'CC BY-SA 4.0',
  licenceUrl: 'https://creativecommons.org/licenses/by-sa/4.0/',
};

test('credits each page with address, licence and changes, since a deck travels without its folder', () => {
  expect(formatReferenceNotes([TIDE], 'en')).toEqual([
    'Source: “Tide”, Wikipedia contributors, https://en.wikipedia.org/w/index.php?title=Tide&oldid=7, CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/), text shortened and reworded by Lectra',
  ]);
  expect(formatReferenceNotes([TIDE, TIDE], 'hi')).toHaveLength(2);
  expect(formatReferenceNotes([TIDE], 'hi')[0]).toMatch(/^स्रोत: “Tide”, .* Lectra ने पाठ को छोटा किया और बदला है$/u);
  expect(formatReferenceNotes([], 'en')).toEqual([]);
});

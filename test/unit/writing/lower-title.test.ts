import { expect, test } from 'vitest';
import { lowerTitles } from '../../../src/writing/extractive/languages/english/lower-titles.ts';
import { collectMatter } from '../../../src/writing/extractive/matter/collect-matter.ts';

const matter = collectMatter({
  title: 'The water cycle',
  subtitle: null,
  name: 'water-cycle.md',
  language: 'en',
  sections: [],
  passages: [
    {
      id: 'p-1',
      place: '1',
      headingPath: [],
      kind: 'paragraph',
      page: null,
      table: null,
      text: 'The water keeps changing. Every cycle of it moves a little.',
    },
  ],
});

test('an article at the start goes small with its title, so that a list of titles reads as one sentence', () => {
  expect(lowerTitles(['Water on the move', 'A changing cycle'], matter.smallStems)).toEqual([
    'water on the move',
    'a changing cycle',
  ]);
});

test('titles stay as written when one of them may be a name behind its article', () => {
  expect(lowerTitles(['Water on the move', 'A Roman aqueduct'], matter.smallStems)).toEqual([
    'Water on the move',
    'A Roman aqueduct',
  ]);
});

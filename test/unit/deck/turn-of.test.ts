import { expect, test } from 'vitest';
import type { LayoutFamily, Outline } from '../../../src/contract/schemas/outline.ts';
import { turnOf } from '../../../src/deck/turn-of.ts';

const LAYOUTS: readonly LayoutFamily[] = ['cover', 'section', 'bullets', 'table', 'bullets-picture', 'definition'];

const outline: Outline = {
  title: 'Tides',
  subtitle: null,
  language: 'en',
  writer: 'extractive',
  slides: LAYOUTS.map((layout) => ({
    id: layout,
    role: 'content',
    layout,
    heading: layout,
    subtitle: null,
    claim: null,
    covers: [],
    words: null,
    pictureKeywords: null,
    passageIds: [],
    progress: null,
  })),
};

test('counts the slides with an icon, so that those around a table still take turns', () => {
  const turns = ['cover', 'bullets', 'bullets-picture', 'definition'].map((id) => turnOf(outline, id));
  expect(turns).toEqual([0, 1, 2, 3]);
});

import { expect, test } from 'vitest';
import { chooseLayouts } from '../../../src/writing/extractive/slides/choose-layouts.ts';

const LONG = 'A row that says so much of so many things at once that no picture could ever stand beside all of it';
/** Ids that ask for no picture by themselves. */
const wish = (id: string, ...points: string[]) => ({ id, heading: 'Rivers', part: null, points, offers: [] });

test('gives a picture to the slide before, where the third slide of rows running has no room for one', () => {
  const slides = [wish('a1', 'Ice melts'), wish('b1', 'Ice moves'), wish('c1', LONG)];
  expect(chooseLayouts(slides)).toEqual(['bullets', 'bullets-picture', 'bullets']);
});

test('takes the first of the three when the second has no room either', () => {
  const slides = [wish('a1', 'Ice melts'), wish('b1', LONG), wish('c1', LONG)];
  expect(chooseLayouts(slides)).toEqual(['bullets-picture', 'bullets', 'bullets']);
});

test('leaves rows that are all too long as they are', () => {
  const slides = [wish('a1', LONG), wish('b1', LONG), wish('c1', LONG)];
  expect(chooseLayouts(slides)).toEqual(['bullets', 'bullets', 'bullets']);
});

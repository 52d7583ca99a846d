import { describe, expect, test } from 'vitest';
import { cutToPoint } from '../../../src/writing/extractive/wording/cut-to-point.ts';

describe('cutToPoint', () => {
  test.each([
    ['However, ice floats on water.', 'Ice floats on water'],
    ['Ice (frozen water) floats on the sea.', 'Ice floats on the sea'],
    [
      'The glacier carves deep valleys, which take the shape of a U over many thousands of years of slow movement.',
      'The glacier carves deep valleys',
    ],
    [
      'The basin covers 7 million km², and its river carries more water than any other river on the planet today.',
      'The basin covers 7\u00A0million\u00A0km²',
    ],
    ['The glacier moves 3.5 km in a year.', 'The glacier moves 3.5\u00A0km in a year'],
    ['About 71 % of the ice is “blue ice” here.', 'About 71\u00A0% of the ice is “blue ice” here'],
  ])('makes %s a row by cuts alone', (sentence, point) => {
    expect(cutToPoint(sentence)).toBe(point);
  });

  test.each([
    'Why does ice float on water?',
    'This makes the ice move faster.',
    'They deepen the valley.',
    'Dust serves as these particles.',
    'Pavement has the same effect in cities.',
    'When it melts, the sea rises.',
    'Only about 2.5% is fresh.',
  ])('makes no row of %s, because it does not stand alone', (sentence) => {
    expect(cutToPoint(sentence)).toBeNull();
  });

  test('never cuts off a condition, since the rest would say more than the document', () => {
    const sentence =
      'The vaccine protects nearly every adult patient in the long trial unless the second dose is given far too late.';
    expect(cutToPoint(sentence)).toBeNull();
  });

  test('never cuts a list in the middle, which would leave "the speed, the temperature"', () => {
    const sentence =
      'The survey measured the depth, the speed, the temperature, and the age of the ice in forty different places in Greenland.';
    expect(cutToPoint(sentence)).toBeNull();
  });
});

import { describe, expect, test } from 'vitest';
import { ENGLISH } from '../../../src/writing/extractive/languages/english.ts';
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
    ['The project is called “Welcome,”.', 'The project is called “Welcome”'],
    [
      'The formula is v = √(T/μ), where T is the tension in newtons and μ is the mass per metre.',
      'The formula is v = √(T/μ)',
    ],
    [
      'We recommend that the council make all city buses free on Saturdays and Sundays from 1 September 2026, for a trial.',
      'We recommend that the council make all city buses free on Saturdays and Sundays from 1\u00A0September 2026',
    ],
    ['The young king Richard II promised everything.', 'The young king Richard\u00A0II promised everything'],
    ['About 71 % of the ice is “blue ice” here.', 'About 71\u00A0% of the ice is “blue ice” here'],
  ])('makes %s a row by cuts alone', (sentence, point) => {
    expect(cutToPoint(sentence, ENGLISH)).toBe(point);
  });

  test.each([
    'Why does ice float on water?',
    'This makes the ice move faster.',
    'They deepen the valley.',
    'Dust serves as these particles.',
    'Pavement has the same effect in cities.',
    'When it melts, the sea rises.',
    'Only about 2.5% is fresh.',
    'Nobody at the time knew what caused it.',
    'Historians call it the second serfdom.',
    'There the towns were few and weak.',
    'Then others can read the text on their schedule.',
  ])('makes no row of %s, because it does not stand alone', (sentence) => {
    expect(cutToPoint(sentence, ENGLISH)).toBeNull();
  });

  test('never cuts off a condition, since the rest would say more than the document', () => {
    const sentence =
      'The vaccine protects nearly every adult patient in the long trial unless the second dose of it is given to the patient far too late.';
    expect(cutToPoint(sentence, ENGLISH)).toBeNull();
  });

  test('never cuts between "less" and "because", which would leave a comparison open', () => {
    const sentence =
      'Serfdom withered in England over the following hundred years, less because of the rising than because of the market in towns.';
    expect(cutToPoint(sentence, ENGLISH)).toBe('Serfdom withered in England over the following hundred years');
  });

  test('never cuts a list in the middle, which would leave "the speed, the temperature"', () => {
    const sentence =
      'The survey measured the depth, the speed, the temperature, and the age of the ice in forty different places in Greenland.';
    expect(cutToPoint(sentence, ENGLISH)).toBeNull();
  });
});

import { describe, expect, test } from 'vitest';
import { breakIntoLines } from '../../../src/captions/break-into-lines.ts';
import { listCaptionWords } from '../../../src/captions/list-caption-words.ts';
import { sentenceOf } from '../narration/spoken-slides.ts';

function linesOf(text: string): readonly string[] | undefined {
  const words = listCaptionWords([sentenceOf(text, null, 0, 4)]);
  return breakIntoLines(words, 0, words.length)?.lines;
}

describe('breakIntoLines', () => {
  test('leaves the short items of a list together, since their commas divide no clauses', () => {
    expect(linesOf('Warm, dry and windy air speeds evaporation up.')).toEqual([
      'Warm, dry and windy air',
      'speeds evaporation up.',
    ]);
    expect(linesOf('A train, a barge or a lorry takes each box there.')).toEqual([
      'A train, a barge or a lorry',
      'takes each box there.',
    ]);
  });

  test('knows a list of verbs in a relative clause', () => {
    expect(linesOf('it calls for money that has to be found, lent and paid back.')?.join(' / ')).not.toMatch(
      /found, \/|lent \//u,
    );
  });

  test('takes the comma after a lead-in for a good break, although two nouns joined by "and" follow', () => {
    expect(linesOf('During the long winter, farms and towns need water.')).toEqual([
      'During the long winter,',
      'farms and towns need water.',
    ]);
  });

  test('leaves an initial with the name, since its full stop ends nothing', () => {
    expect(linesOf('Dr. A. Vermeulen of the Erasmus University wrote')).toEqual([
      'Dr. A. Vermeulen',
      'of the Erasmus University wrote',
    ]);
    expect(linesOf('The first talks between the U.S. Congress and them failed.')?.join(' / ')).not.toContain('U.S. /');
  });

  test('parts subject and verb rather than a noun and what belongs to it', () => {
    expect(linesOf('Roughly 97% of all water on Earth is salt water in the oceans.')).toEqual([
      'Roughly 97% of all water on Earth',
      'is salt water in the oceans.',
    ]);
    expect(linesOf('It often seems to be hard, but it is only the beginning.')?.join(' / ')).not.toContain('it / is');
  });

  test('ends no line with a preposition that its noun follows', () => {
    expect(linesOf('Rain falls when the air above freezing lakes stays warm.')?.[0]).not.toMatch(/above$/u);
    // Here "in" belongs to the verb before it.
    expect(linesOf('Wind brings more moist air in because warm air is light.')).toEqual([
      'Wind brings more moist air in',
      'because warm air is light.',
    ]);
  });

  test('ends no line right after the word that opens a clause, comma or not', () => {
    expect(linesOf('They compete with one another and that, again, is new.')?.join(' / ')).not.toContain('that, /');
    expect(linesOf('Prices rose in the spring, which means that all pay more.')?.join(' / ')).not.toMatch(
      /means \/|that \//u,
    );
  });

  test('leaves "up to" whole, and "million" with what it counts', () => {
    expect(linesOf('Automatic cranes lift up to 35 containers per hour.')).toEqual([
      'Automatic cranes lift',
      'up to 35 containers per hour.',
    ]);
    expect(linesOf('The harbour moved 467.4 million tonnes again')?.join(' / ')).not.toMatch(/467\.4 \/|million \//u);
  });

  test('may break after a year, which counts nothing', () => {
    expect(linesOf('It was the wet summer 2019 that ended the long drought.')).toEqual([
      'It was the wet summer 2019',
      'that ended the long drought.',
    ]);
  });
});

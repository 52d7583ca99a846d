import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../../src/narration/split-sentences.ts';

describe('splitSentences', () => {
  test.each([
    ['two plain sentences', 'Water falls. It flows.', ['Water falls.', 'It flows.']],
    ['a title before a name', 'Dr. Smith met Prof. Jones. They spoke.', ['Dr. Smith met Prof. Jones.', 'They spoke.']],
    [
      'initials of a name',
      'J. R. R. Tolkien wrote it. John F. Kennedy read it.',
      ['J. R. R. Tolkien wrote it.', 'John F. Kennedy read it.'],
    ],
    [
      'a letter that ends a sentence',
      'Fruit holds vitamin C. Oranges hold most.',
      ['Fruit holds vitamin C.', 'Oranges hold most.'],
    ],
    [
      'examples in Latin',
      'Use a salt, e.g. Sodium chloride, i.e. table salt.',
      ['Use a salt, e.g. Sodium chloride, i.e. table salt.'],
    ],
    [
      'decimals and versions',
      'It costs $5.40 in version 2.0. That is 3.5 % more.',
      ['It costs $5.40 in version 2.0.', 'That is 3.5 % more.'],
    ],
    [
      'a question mark in a URL',
      'See https://example.org/find?Query=1 first. Then go on.',
      ['See https://example.org/find?Query=1 first.', 'Then go on.'],
    ],
    ['a quoted cry inside a sentence', '“Stop!” he said. “Why?” she asked.', ['“Stop!” he said.', '“Why?” she asked.']],
    [
      'dates',
      'It began on Jan. 5 last year. It ended in Jan. Then came spring.',
      ['It began on Jan. 5 last year.', 'It ended in Jan.', 'Then came spring.'],
    ],
    [
      'a dotted acronym before a name',
      'The U.S. Congress met. He left the U.S. The law stayed.',
      ['The U.S. Congress met.', 'He left the U.S.', 'The law stayed.'],
    ],
    [
      'an answer that is not a number',
      'Is it? No. It is not. See No. 5.',
      ['Is it?', 'No.', 'It is not.', 'See No. 5.'],
    ],
    ['an ellipsis before a small letter', 'Wait... what? Yes…', ['Wait... what?', 'Yes…']],
    [
      'a note in brackets',
      'It rose (see Table 2. It is long) again. Done.',
      ['It rose (see Table 2. It is long) again.', 'Done.'],
    ],
    ['the number of a list item', '1. Heat rises. 2. Cold sinks.', ['1. Heat rises.', '2. Cold sinks.']],
    ['a line break without a full stop', 'Heading\nBody text.', ['Heading', 'Body text.']],
  ])('reads %s', (_name, text, expected) => {
    expect(splitSentences(text, 'en')).toEqual(expected);
  });

  test('ends Hindi sentences at danda and keeps डॉ. with its name', () => {
    expect(splitSentences('डॉ. राव आए। पानी बहता है। क्यों?', 'hi')).toEqual(['डॉ. राव आए।', 'पानी बहता है।', 'क्यों?']);
  });

  test.each([
    ['de', 'Das gilt z. B. Seen, d. h. Wasser. Es fließt.', ['Das gilt z. B. Seen, d. h. Wasser.', 'Es fließt.']],
    ['de', 'Er baute „z. B. Wien“ um. Dann ging er.', ['Er baute „z. B. Wien“ um.', 'Dann ging er.']],
    ['de', 'Rom fiel 30 v. Chr. Danach kam Ruhe.', ['Rom fiel 30 v. Chr.', 'Danach kam Ruhe.']],
    ['de', 'Vgl. Abb. 3. Am 3. Oktober kam er im 19. Jh. an.', ['Vgl. Abb. 3.', 'Am 3. Oktober kam er im 19. Jh. an.']],
    ['de', 'Es waren 20. Eine neue Art. Danach nichts.', ['Es waren 20.', 'Eine neue Art.', 'Danach nichts.']],
    ['en', 'I changed my mind. Gems came.', ['I changed my mind.', 'Gems came.']],
    ['hi', 'ई. पू. 300 में 5 कि. मी. दूर। उदा. के लिए 5 मी. ऊँचा।', ['ई. पू. 300 में 5 कि. मी. दूर।', 'उदा. के लिए 5 मी. ऊँचा।']],
  ])('%s: ends no sentence of "%s" at an abbreviation of its own', (language, text, expected) => {
    expect(splitSentences(text, language)).toEqual(expected);
  });

  test('returns nothing for white space', () => {
    expect(splitSentences(' \n\t ', 'en')).toEqual([]);
  });

  test('loses no character but white space, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sentences = splitSentences(text, 'en');
        expect(sentences.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
        expect(sentences.every((sentence) => sentence !== '' && sentence === sentence.trim())).toBe(true);
      }),
    );
  });
});

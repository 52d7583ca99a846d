import { describe, expect, it } from 'vitest';
import { CARDINALS } from '../../../../src/writing/guarding/numbers/cardinal-words.ts';
import { checkNumbers } from '../../../../src/writing/guarding/numbers/check-numbers.ts';
import { knownNumbers } from '../../../../src/writing/guarding/numbers/known-numbers.ts';
import { readWordedNumbers } from '../../../../src/writing/guarding/numbers/read-worded-numbers.ts';

describe('readWordedNumbers', () => {
  it.each([
    ['Forty-two percent of it', 42],
    ['in nineteen sixty-nine', 1969],
    ['twenty twenty', 2020],
    ['three hundred and fifty days', 350],
    ['two thousand and five', 2005],
    ['one thousand nine hundred and four', 1904],
    ['nine million died', 9_000_000],
    ['zweiundvierzig Prozent', 42],
    ['दो सौ पचास लोग', 250],
    ['बयालीस प्रतिशत', 42],
    ['सन् उन्नीस सौ सैंतालीस में', 1947],
    ['im Jahr neunzehnhundertneunundsechzig', 1969],
    ['दस करोड़ लोग', 100_000_000],
  ])('reads one number in "%s"', (text, value) => {
    expect(readWordedNumbers(text).map(({ values }) => values)).toEqual([[value]]);
  });

  it.each(['twelve point five percent', 'two-thirds of it', 'one two three', 'a hundred percent', 'someone'])(
    'reads none in "%s", which is a fraction, a row of words, a saying or another word',
    (text) => {
      expect(readWordedNumbers(text)).toEqual([]);
    },
  );

  it.each(['one of two ways', 'sixteen year olds', 'one hundred percent sure', 'two thousand years ago', 'दो अरब देश'])(
    'takes "%s" for no telling number: so people speak without counting',
    (text) => {
      expect(readWordedNumbers(text).filter(({ isTelling }) => isTelling)).toEqual([]);
    },
  );
});

describe('knownNumbers', () => {
  it.each([
    ['Forty-two percent of it is ice.', 42],
    ['It took twenty-one years.', 21],
    ['Es dauerte einundzwanzig Tage.', 21],
    ['इक्कीस दिन लगे।', 21],
  ])('has what "%s" says in several words', (text, value) => {
    expect(knownNumbers(text).has(value)).toBe(true);
  });
});

describe('CARDINALS', () => {
  it('has each number up to 99 in Hindi, where each is a word of its own, in NFC and in lower case', () => {
    const hindi = [...CARDINALS].filter(([word]) => /^\p{Script=Devanagari}/u.test(word)).map(([, value]) => value);
    expect([...new Set(hindi)].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 99 }, (_, index) => index + 1));
    expect(CARDINALS.get('निन्यानवे')).toBe(99);
    expect(CARDINALS.get('neunundneunzig')).toBe(99);
    expect([...CARDINALS.keys()]).toEqual([...CARDINALS.keys()].map((word) => word.normalize('NFC').toLowerCase()));
  });
});

describe('checkNumbers', () => {
  const rulesOf = (text: string, source: string | null, language = 'en'): string[] =>
    checkNumbers(
      [{ path: 'narration[0].text', role: 'sentence', text }],
      { language, given: 'Rivers', passages: source === null ? [] : [{ name: 'p1', text: source }] },
      { sources: source === null ? [] : [source], shown: 3 },
    ).map(({ rule }) => rule);

  it.each([
    ['en', 'Forty percent of all people agree.'],
    ['en', 'In nineteen sixty-nine it landed.'],
    ['en', 'Some nine million people live there.'],
    ['de', 'Vierzig Prozent sind Wald.'],
    ['de', 'Das war neunzehnhundertneunundsechzig.'],
    ['hi', 'पचास प्रतिशत लोग मानते हैं।'],
    ['hi', 'बयालीस प्रतिशत लोग मानते हैं।'],
    ['hi', 'सन् उन्नीस सौ सैंतालीस में यह हुआ।'],
  ])('refuses an invented number also in words (%s): %s', (language, text) => {
    expect(rulesOf(text, null, language)).toEqual(['number-unfounded']);
  });

  it('holds a share in words to the document', () => {
    expect(rulesOf('Sixty percent of it is ice.', '68 percent of it is ice.')).toEqual(['number-uncited']);
    expect(rulesOf('Sixty-eight percent of it is ice.', '68% of it is ice.')).toEqual([]);
    expect(rulesOf('Nearly seventy percent of it is ice.', '68.7% of it is ice.')).toEqual([]);
  });

  it.each([
    ['en', 'It was dug in the 1860s.'],
    ['en', 'It is a work of the 19th century.'],
    ['de', 'Es entstand im 19. Jahrhundert.'],
    ['de', 'Es entstand in den 1860er Jahren.'],
    ['hi', 'यह 19वीं सदी में बना।'],
  ])('lets a year be told by its decade or century (%s): %s', (language, text) => {
    expect(rulesOf(text, 'The canal was dug in 1869.', language)).toEqual([]);
  });

  it.each(['It was dug in the 1870s.', 'It is a work of the 18th century.', 'It was dug in 1860.'])(
    'refuses the wrong decade or century, and a year made of the right one: %s',
    (text) => {
      expect(rulesOf(text, 'The canal was dug in 1869.')).toEqual(['number-uncited']);
    },
  );
});

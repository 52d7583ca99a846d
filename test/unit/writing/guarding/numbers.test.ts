import { describe, expect, it } from 'vitest';
import type { TextContext } from '../../../../src/writing/guarding/guarding-context.ts';
import { checkNumbers } from '../../../../src/writing/guarding/numbers/check-numbers.ts';
import { readNumbers } from '../../../../src/writing/guarding/numbers/read-numbers.ts';
import type { GuardedText } from '../../../../src/writing/guarding/texts/guarded-text.ts';

describe('readNumbers', () => {
  it.each([
    ['12,34,567 people', [1_234_567]],
    ['1,234.5 m and 1.234,5 m', [1_234.5, 1_234.5]],
    ['3,5 Prozent', [3.5]],
    ['१९४७ में 10 000', [1947, 10_000]],
    ['2 million years', [2, 2_000_000]],
    ['६ लाख रुपये', [6, 600_000]],
    ['in 1990–95', [1990, 95]],
    ['the 1990s and the 20th century', [1990, 20]],
  ])('reads %j in any style', (text, values) => {
    const read = readNumbers(text).flatMap((number) => number.values);
    expect(read).toEqual(expect.arrayContaining(values));
  });

  it.each(['CO2 and H2O', 'GPT-4 and B2B', 'a 3D print over 5G', 'version 1.2.3'])(
    'reads none in %j, where digits are part of a name',
    (text) => {
      expect(readNumbers(text)).toEqual([]);
    },
  );

  it('takes a share and money for measures', () => {
    expect(readNumbers('40 %, ७५ प्रतिशत, $5 and 5 apples').map(({ isMeasured }) => isMeasured)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

const sentence = (text: string): GuardedText => ({ path: 'narration[0].text', role: 'sentence', text });
const rulesOf = (text: string, context: TextContext, source = ''): string[] =>
  checkNumbers([sentence(text)], context, { sources: [source], shown: 3 }).map(({ rule }) => rule);

describe('checkNumbers with a document', () => {
  const context = { language: 'en', given: 'Top 20 rivers', passages: [{ name: 'p1', text: 'x' }] };

  it.each([
    ['The canal has 12,000 visitors.', 'It has 12 000 visitors.'],
    ['It took 14 days.', 'It took fourteen days.'],
    ['About 2.5 billion people drink from it.', 'It feeds 2,500,000,000 people.'],
    ['By 1995 it was over.', 'From 1990–95 it grew.'],
    ['The list has 20 rivers, and 3 of them are here.', ''],
    ['वह 26 किलोग्राम का था।', 'वज़न २६ किलोग्राम था।'],
    ['It covers nearly 69,000 square kilometres.', 'It covers 68,870 square kilometres.'],
    ['It lies more than 1,100 metres up.', 'It lies 1,134 metres up.'],
    ['About 70% of it is ice.', '68.7% of it is ice.'],
    ['Over 40 million people drink from it.', '43,200,000 people drink from it.'],
    ['यह लगभग 70 प्रतिशत है।', 'यह 68.7 प्रतिशत है।'],
    ['यह 68 प्रतिशत से अधिक है।', 'यह 68.7 प्रतिशत है।'],
    ['वहाँ ६९,००० लोगों से कम रहते हैं।', 'वहाँ 68,870 लोग रहते हैं।'],
    ['वह 69,000 वर्ग किलोमीटर के आसपास है।', 'वह 68,870 वर्ग किलोमीटर है।'],
    ['Wind gives 20% of the power.', 'One fifth of the power comes from wind.'],
    ['Rund 33 Prozent sind Wald.', 'Ein Drittel ist Wald.'],
  ])('takes %j from the source in another style', (text, source) => {
    expect(rulesOf(text, context, source)).toEqual([]);
  });

  it.each([
    ['It grew by 40 percent.', 'It grew by 4 percent.'],
    ['It was dug in 1870.', 'It was dug in 1869.'],
    ['It was dug in about 1870.', 'It was dug in 1869.'],
    ['It covers 69,000 square kilometres.', 'It covers 68,870 square kilometres.'],
    ['It covers nearly 80,000 square kilometres.', 'It covers 68,870 square kilometres.'],
    ['More than 69,000 people live there.', '68,870 people live there.'],
    ['Nearly 68,000 people live there.', '68,870 people live there.'],
    ['वहाँ 69,000 लोगों से अधिक रहते हैं।', 'वहाँ 68,870 लोग रहते हैं।'],
    ['About 75% of it is ice.', '68.7% of it is ice.'],
    ['Over 68,900 people live there.', '68,870 people live there.'],
    ['All 7 of its locks are old.', 'Its locks are old.'],
  ])('refuses %j, which the source does not have', (text, source) => {
    expect(rulesOf(text, context, source)).toEqual(['number-uncited']);
  });
});

describe('checkNumbers without a document', () => {
  const context = { language: 'en', given: 'The year 1969 in space', passages: [] };

  it.each([
    'A day has 24 hours, and an hour 60 minutes.',
    'Water boils at 100 degrees and covers all 100 % of it.',
    'The planet has 2 moons and turns 365 times a year.',
    'In 1969 two people walked there.',
  ])('lets %j pass: it is common knowledge, small, or given', (text) => {
    expect(rulesOf(text, context)).toEqual([]);
  });

  it.each([
    'The server listens on port 8080 and answers with code 404.',
    'Dates follow ISO 8601 wherever Python 3.12 writes them.',
    'Windows 95 and the Boeing 747 changed how people worked and flew.',
    'Apollo 11 landed where nobody had been.',
    'Article 21 protects life, and Section 230 protects hosts.',
    'Version 2.0 adds what version 1.15 lacked.',
    'Under § 34 and Art. 21 a court may decide.',
    'Python 3.12 needs less memory.',
    'A kilometre has 1000 metres, and a kibibyte 1024 bytes.',
  ])('lets %j pass, where the number is a name or a unit', (text) => {
    expect(rulesOf(text, context)).toEqual([]);
  });

  it.each([
    ['hi', 'अनुच्छेद 21 जीवन की रक्षा करता है।'],
    ['hi', 'कक्षा 11 में यह पढ़ाया जाता है।'],
    ['de', 'Artikel 21 schützt das Leben, §34 das Baurecht und § 2032 das Erbe.'],
    ['de', 'Kapitel 12 erklärt es.'],
  ])('lets what is numbered pass in %s: %s', (language, text) => {
    expect(rulesOf(text, { ...context, language })).toEqual([]);
  });

  it.each([
    ['en', 'Version 2019 of the report has more.'],
    ['en', 'They founded the class 1987 in a barn.'],
    ['en', 'People in the USA 1938 had less.'],
    ['de', 'Die Stufe 1938 begann.'],
    ['es', 'La ciudad nació en 1938.'],
  ])('takes four digits after a word for the year that they may be (%s): %s', (language, text) => {
    expect(rulesOf(text, { ...context, language })).toEqual(['number-unfounded']);
  });

  it.each([
    ['About 55 species live there.', 'number-doubtful'],
    ['Nearly 340 species live there.', 'number-doubtful'],
    ['It began on July 20 in a small town.', 'number-doubtful'],
    ['It fell in AD 476 at last.', 'number-doubtful'],
    ['It was shown in Paris 1937.', 'number-unfounded'],
    ['It grew in the mid-1950s.', 'number-unfounded'],
    ['It cost USD 900 in all.', 'number-doubtful'],
    ['Paris 300 years ago was small.', 'number-doubtful'],
    ['It costs Britain 700 jobs.', 'number-doubtful'],
  ])('sees that the number in %j is no name', (text, rule) => {
    expect(rulesOf(text, context)).toEqual([rule]);
  });

  it.each(['Rund 340 Arten leben dort.', 'Das geschah im Jahr 800 in Rom.'])(
    'takes no capital for a name in German, where nouns and heads of sentences have one: %s',
    (text) => {
      expect(rulesOf(text, { ...context, language: 'de' })).toEqual(['number-doubtful']);
    },
  );

  it.each([
    'In 1971 it was over.',
    'It grew by 37 %.',
    'It cost $5.',
    'It weighs 6500 tonnes.',
    'They are 4 billion years old.',
  ])('refuses %j, which nothing bears out', (text) => {
    expect(rulesOf(text, context)).toEqual(['number-unfounded']);
  });

  it('only asks about a number of two or three digits: half of them are right', () => {
    expect(rulesOf('Sound travels 340 metres in a second.', context)).toEqual(['number-doubtful']);
  });
});

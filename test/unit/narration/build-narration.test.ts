import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SlideScript } from '../../../src/contract/schemas/slide-script.ts';
import { buildNarration } from '../../../src/narration/build-narration.ts';
import { listSpokenWords } from '../../../src/narration/list-spoken-words.ts';

const scriptOf = (...texts: string[]): SlideScript => ({
  slideId: 's1',
  layout: 'bullets',
  heading: 'Heading',
  subtitle: null,
  exhibit: null,
  points: [],
  picture: null,
  narration: texts.map((text, index) => ({ text, supports: index })),
  citations: [],
  progress: null,
  smallPrint: [],
});
const sayIn = (language: string, text: string): string =>
  buildNarration(scriptOf(text), language)
    .sentences.map((sentence) => sentence.spoken)
    .join(' ');

describe('buildNarration', () => {
  test.each([
    ['About 1,386,000 cubic kilometres, or 3.5 times more.', 'About 1,386,000 cubic kilometres, or 3.5 times more.'],
    ['It covers 71% of Earth, and 20 % is ice.', 'It covers 71 percent of Earth, and 20 percent is ice.'],
    ['It takes 10–20 days, or 10–15%.', 'It takes 10 to 20 days, or 10 to 15 percent.'],
    ['From 5 – 10 km at 1 km/h.', 'From 5 to 10 kilometres at 1 kilometre per hour.'],
    ['Water boils at 100 °C, not at -5°C.', 'Water boils at 100 degrees Celsius, not at minus 5 degrees Celsius.'],
    ['In 1969 they landed; 2024 is later.', 'In nineteen sixty-nine they landed; twenty twenty-four is later.'],
    ['In 1905 and in 1900, not 1500 ships.', 'In nineteen oh five and in nineteen hundred, not 1500 ships.'],
    ['The 1960s and 1939–1945.', 'The nineteen sixties and nineteen thirty-nine to nineteen forty-five.'],
    ['The 21st century began in 2001.', 'The 21st century began in 2001.'],
    [
      'It costs $5 million, $5.40, €1.2bn or $1.',
      'It costs 5 million dollars, 5 dollars 40 cents, 1.2 billion euros or 1 dollar.',
    ],
    ['Rain & snow → rivers, e.g. the Rhine, etc.', 'Rain and snow to rivers, for example the Rhine, et cetera.'],
    ['See Fig. 3 with Dr. Rao, i.e. No. 5.', 'See Figure 3 with Doctor Rao, that is number 5.'],
    ['If x ≤ 5 then ~7 + 2 = 9.', 'If x is at most 5 then about 7 plus 2 equals 9.'],
    [
      'An area of 510 million km² at 10⁶ and x².',
      'An area of 510 million square kilometres at 10 to the power of 6 and x squared.',
    ],
    [
      'Use v2.0.1 or 3.1.4 from https://www.example.org/a?b=1.',
      'Use version 2 point 0 point 1 or 3 point 1 point 4 from example dot org.',
    ],
    ['World War II ended; Louis XIV knew Chapter IV.', 'World War 2 ended; Louis the 14th knew Chapter 4.'],
    ['**Bold** and `code` and [a link](https://x.org) 🎉 remain [12].', 'Bold and code and a link remain.'],
    ['Water — the blue one – moves.', 'Water, the blue one, moves.'],
    ['CO₂ and H2O and NASA and AT&T.', 'C O 2 and H2O and NASA and AT and T.'],
    ['A heading without an end', 'A heading without an end.'],
    ['It began on 2024-05-01 at 10:30, 1/2 done.', 'It began on May 1, twenty twenty-four at 10:30, one half done.'],
    ['Call snake_case and/or input/output.', 'Call snake case and or input output.'],
    ['He said “stop” (now) and [sic] left.', 'He said stop (now) and sic left.'],
    ['From 10%–15%, or $3–5 billion.', 'From 10 to 15 percent, or 3 to 5 billion dollars.'],
    [
      'A flow of 3 m³/s, a 50/50 chance, 5×10³ drops.',
      'A flow of 3 cubic metres per second, a 50 50 chance, 5 times 10 cubed drops.',
    ],
    ["The mid-1990s and 2019's 7B <b>models</b>.", "The mid nineteen nineties and twenty nineteen's 7 billion models."],
    ['A toString of constructor.', 'A toString of constructor.'],
  ])('says %j as people do', (written, spoken) => {
    expect(sayIn('en', written)).toBe(spoken);
  });

  test('says signs in Hindi, and numbers stay digits for the engine', () => {
    expect(sayIn('hi', 'पानी 71% है & 10–20 km बहता है।')).toBe('पानी 71 प्रतिशत है और 10 से 20 किलोमीटर बहता है।');
  });

  test('counts the spoken words of every written word, none for a lone dash', () => {
    const [sentence] = buildNarration(scriptOf('In 1969 — at 20% of 5km — all stopped.'), 'en').sentences;
    expect(sentence?.words).toEqual([
      { text: 'In', spokenWords: 1 },
      { text: '1969', spokenWords: 2 },
      { text: '—', spokenWords: 0 },
      { text: 'at', spokenWords: 1 },
      { text: '20%', spokenWords: 2 },
      { text: 'of', spokenWords: 1 },
      { text: '5km', spokenWords: 2 },
      { text: '—', spokenWords: 0 },
      { text: 'all', spokenWords: 1 },
      { text: 'stopped.', spokenWords: 1 },
    ]);
  });

  test('keeps the written text but white space, invisible characters and prosody tags', () => {
    const [sentence] = buildNarration(
      scriptOf('  The\u00a0cafe\u0301  [pause=300ms] is \u200bopen [sic]. '),
      'en',
    ).sentences;
    expect(sentence?.text).toBe('The caf\u00e9 is open [sic].');
  });

  test('splits an item of two sentences, and both support its point', () => {
    const { sentences } = buildNarration(scriptOf('It rains. It pours.'), 'en');
    expect(sentences.map(({ text, supports }) => ({ text, supports }))).toEqual([
      { text: 'It rains.', supports: 0 },
      { text: 'It pours.', supports: 0 },
    ]);
  });

  test('joins a sentence without words to its neighbour, so no engine gets an empty text', () => {
    const { sentences } = buildNarration(scriptOf('🎉', 'It rains.', '…'), 'en');
    expect(sentences.map((sentence) => sentence.text)).toEqual(['🎉 It rains. …']);
    expect(() => buildNarration(scriptOf('🎉'), 'en')).toThrow('holds no word to say');
  });

  test('maps every spoken word back to one written word, whatever the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '$5',
        'million',
        '10–20%',
        '—',
        '-',
        '1969',
        'e.g.',
        '**x**',
        '5',
        'km',
        '[12]',
        '(a',
        'b)',
        '…',
        '.',
        '&',
        '<',
        '~3',
        'II',
        'War',
        'http://a.b/c?d',
        '½',
        '10⁻³',
        'क्या?',
        '। ',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), fc.constantFrom('en', 'hi'), (pieces, language) => {
        const { sentences } = buildNarration(scriptOf(pieces.join(' '), 'End.'), language);
        for (const { text, spoken, words } of sentences) {
          expect(words.map((word) => word.text).join(' ')).toBe(text);
          const count = words.reduce((sum, word) => sum + word.spokenWords, 0);
          expect(listSpokenWords(spoken)).toHaveLength(count);
          expect(count).toBeGreaterThan(0);
          expect(spoken).not.toMatch(/[<>&*_`#[\]|~^{}\\]|\p{Extended_Pictographic}/u);
        }
      }),
      { numRuns: 500 },
    );
  });
});

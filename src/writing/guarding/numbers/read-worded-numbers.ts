import { CARDINALS, LARGE_WORDS } from './cardinal-words.ts';
import type { NumberRead } from './read-numbers.ts';

/** A number that a text writes in words. */
export interface WordedNumber extends NumberRead {
  /** Whether it is a share, a year, or a million and more: what nobody says without knowing it. */
  readonly isTelling: boolean;
}

const HUNDREDS: ReadonlySet<string> = new Set(['hundred', 'सौ']);

const oneOf = (words: Iterable<string>): string => [...words].sort((a, b) => b.length - a.length).join('|');
const FIRST = `(?:${oneOf(CARDINALS.keys())})`;
const NEXT = `(?:${oneOf([...CARDINALS.keys(), ...HUNDREDS, ...LARGE_WORDS.keys()])})`;
const END = String.raw`(?![\p{L}\p{M}\p{N}])`;
/** "Twelve point five" is neither twelve nor five, and "two-thirds" not two. */
const PHRASE = new RegExp(
  String.raw`(?<![\p{L}\p{M}\p{N}]|\bpoint\s)(?<words>${FIRST}${END}(?:(?:[\s-]|(?<=hundred|thousand|million)\sand\s)${NEXT}${END})*)(?!-\p{L}|\spoint\b)(?<percent>\s(?:percent|per cent|प्रतिशत|फ़ीसदी|फीसदी|prozent)${END})?`,
  'giu',
);

const TELLING = 1e6;
const FIRST_YEAR = 1_600;
const LAST_CENTURY = 2_000;
/** "One hundred percent sure" says no share. */
const ALL_PERCENT = 100;

/**
 * Returns the numbers that a text writes in English, German or Hindi words, in order: "forty-two percent", "nineteen
 * sixty-nine".
 */
export function readWordedNumbers(text: string): WordedNumber[] {
  const plain = text.normalize('NFC');
  return [...plain.matchAll(PHRASE)].flatMap((match): WordedNumber[] => {
    const { percent = '', words = '' } = match.groups ?? {};
    const sum = addUp(words.toLowerCase().split(/[\s-]/u));
    if (sum === null) return [];
    const isMeasured = percent !== '';
    return [
      {
        shown: `${words}${percent}`,
        values: [sum.value],
        isMeasured,
        isTelling: (isMeasured && sum.value !== ALL_PERCENT) || sum.isYear || sum.value >= TELLING,
        before: plain.slice(0, match.index),
        after: plain.slice(match.index + words.length + percent.length),
      },
    ];
  });
}

/** Null for numbers in a row that are no single one: "one two three". */
function addUp(words: readonly string[]): { readonly value: number; readonly isYear: boolean } | null {
  let total = 0;
  let part = 0;
  let isYear = false;
  for (const word of words) {
    const large = LARGE_WORDS.get(word);
    const value = CARDINALS.get(word);
    if (HUNDREDS.has(word)) part *= 100;
    else if (large !== undefined) {
      total += part * large;
      part = 0;
    } else if (value !== undefined) {
      const isCentury = part >= 16 && part <= 20 && value >= 10;
      const fits = part === 0 || (part % 100 === 0 && value < 100) || (part % 10 === 0 && value < 10);
      if (!isCentury && !fits) return null;
      // "Nineteen sixty-nine", "neunzehnhundertneunundsechzig", "उन्नीस सौ उनहत्तर".
      isYear ||= isCentury || value >= FIRST_YEAR || (part >= FIRST_YEAR && part <= LAST_CENTURY);
      part = isCentury ? part * 100 + value : part + value;
    }
  }
  return { value: total + part, isYear: isYear && total === 0 };
}

import type { NumberRead } from './read-numbers.ts';

/** A number that a text writes in words. */
export interface WordedNumber extends NumberRead {
  /** Whether it is a share, a year, or a million and more: what nobody says without knowing it. */
  readonly isTelling: boolean;
}

const EN_TO_NINETEEN =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const EN_TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const DE_TO_NINETEEN =
  'eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'.split(
    ' ',
  );
const DE_TENS = 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ');
/** German says the ones first, in one word. */
const DE_ONES = 'ein zwei drei vier fünf sechs sieben acht neun'.split(' ');
const HI_TO_TWELVE = 'एक दो तीन चार पाँच छह सात आठ नौ दस ग्यारह बारह'.split(' ');
const HI_TENS = 'बीस तीस चालीस पचास साठ सत्तर अस्सी नब्बे'.split(' ');

const CARDINALS: ReadonlyMap<string, number> = new Map([
  ...[EN_TO_NINETEEN, DE_TO_NINETEEN, HI_TO_TWELVE].flatMap((words) => countUp(words, 1, 1)),
  ...[EN_TENS, DE_TENS, HI_TENS].flatMap((words) => countUp(words, 20, 10)),
  ...DE_TENS.flatMap((ten, tens) =>
    countUp(
      DE_ONES.map((one) => `${one}und${ten}`),
      (tens + 2) * 10 + 1,
      1,
    ),
  ),
]);
const HUNDREDS: ReadonlySet<string> = new Set(['hundred', 'सौ']);
/** Not अरब, which is also the word for Arabs. */
const LARGE: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3],
  ['हज़ार', 1e3],
  ['हजार', 1e3],
  ['लाख', 1e5],
  ['million', 1e6],
  ['millionen', 1e6],
  ['करोड़', 1e7],
  ['billion', 1e9],
  ['milliarden', 1e9],
  ['trillion', 1e12],
]);

const oneOf = (words: Iterable<string>): string => [...words].sort((a, b) => b.length - a.length).join('|');
const FIRST = `(?:${oneOf(CARDINALS.keys())})`;
const NEXT = `(?:${oneOf([...CARDINALS.keys(), ...HUNDREDS, ...LARGE.keys()])})`;
const END = String.raw`(?![\p{L}\p{M}\p{N}])`;
/** "Twelve point five" is neither twelve nor five, and "two-thirds" not two. */
const PHRASE = new RegExp(
  String.raw`(?<![\p{L}\p{M}\p{N}]|\bpoint\s)(?<words>${FIRST}${END}(?:(?:[\s-]|(?<=hundred|thousand|million)\sand\s)${NEXT}${END})*)(?!-\p{L}|\spoint\b)(?<percent>\s(?:percent|per cent|प्रतिशत|फ़ीसदी|फीसदी|prozent)${END})?`,
  'giu',
);

const TELLING = 1e6;
/** "One hundred percent sure" says no share. */
const ALL_PERCENT = 100;

/** Returns the numbers that a text writes in English, German or Hindi words, in order: "forty-two percent", "nineteen sixty-nine". */
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
    const large = LARGE.get(word);
    const value = CARDINALS.get(word);
    if (HUNDREDS.has(word)) part *= 100;
    else if (large !== undefined) {
      total += part * large;
      part = 0;
    } else if (value !== undefined) {
      const isCentury = part >= 16 && part <= 20 && value >= 10;
      const fits = part === 0 || (part % 100 === 0 && value < 100) || (part % 10 === 0 && value < 10);
      if (!isCentury && !fits) return null;
      isYear ||= isCentury;
      part = isCentury ? part * 100 + value : part + value;
    }
  }
  return { value: total + part, isYear: isYear && total === 0 };
}

function countUp(words: readonly string[], from: number, step: number): [string, number][] {
  return words.map((word, index) => [word, from + index * step]);
}

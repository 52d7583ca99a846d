import { withEuropeanDigits } from './european-digits.ts';
import { MULTIPLIERS } from './number-words.ts';

/** A number in a text. */
export interface NumberRead {
  /** As it stands there, with its sign: "40 %". */
  readonly shown: string;
  /** What it may mean: "1.234" is a thousand in German, and little more than one in English. Never empty. */
  readonly values: readonly number[];
  /** A percentage or an amount of money. */
  readonly isMeasured: boolean;
  /** The text before it. */
  readonly before: string;
  /** The text after it, its sign left out. */
  readonly after: string;
}

// Digits that follow a letter are part of a name: "CO2", "GPT-4", "B2B", "Covid-19"; "pre-1914" names a year.
const NUMBER =
  /(?<![\p{L}\p{M}\p{N}_])(?<!\p{Lu}-)(?<![\p{L}\p{M}]-(?=\d{1,3}(?!\d)))(?<money>[$€£¥₹]\s?|(?:Rs\.?|रु\.?)\s)?(?<number>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,'’]\d+)*)(?!\p{Lu}(?!\p{Ll}))(?<percent>\s?(?:%|percent|per cent|प्रतिशत|फ़ीसदी|फीसदी|Prozent|pour cent|por ciento|процент))?(?<word>\s?[\p{L}\p{M}]+)?/gu;

/** Returns the numbers written in digits of any Indian or European style, in order. */
export function readNumbers(text: string): NumberRead[] {
  const digits = withEuropeanDigits(text);
  return [...digits.matchAll(NUMBER)].flatMap((match): NumberRead[] => {
    const { money = '', number = '', percent = '', word = '' } = match.groups ?? {};
    const plain = valuesOf(number);
    if (plain.length === 0) return [];
    const factor = MULTIPLIERS.get(word.trim().toLowerCase());
    const values = factor === undefined ? plain : [...plain, ...plain.map((value) => value * factor)];
    return [
      {
        shown: `${money}${number}${percent}`.trim(),
        values,
        isMeasured: money !== '' || percent !== '',
        before: digits.slice(0, match.index),
        after: digits.slice(match.index + money.length + number.length + percent.length),
      },
    ];
  });
}

function valuesOf(number: string): number[] {
  const bare = number.replace(/[ \u00a0\u202f'’]/gu, '');
  const separators = bare.replace(/\d/gu, '');
  if (separators === '') return [Number(bare)];
  const last = separators.at(-1) ?? '';
  const isMixed = new Set(separators).size > 1;
  if (isMixed) {
    const isOneDecimal = separators.indexOf(last) === separators.length - 1;
    return isOneDecimal ? [Number(bare.replaceAll(last === ',' ? '.' : ',', '').replace(',', '.'))] : [];
  }
  const grouped = Number(bare.replaceAll(last, ''));
  const isGrouped = last === ',' ? /^\d{1,3}(?:,\d{2,3})*,\d{3}$/u.test(bare) : /^\d{1,3}(?:\.\d{3})+$/u.test(bare);
  const decimal = Number(bare.replace(',', '.'));
  if (separators.length === 1) return isGrouped ? [grouped, decimal] : [decimal];
  // "1, 2" without its space, or a version such as 1.2.3: no single number.
  return isGrouped ? [grouped] : [];
}

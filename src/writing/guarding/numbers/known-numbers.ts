import { plainWords } from '../../extractive/wording/content-stems.ts';
import { MULTIPLIERS, NUMBER_WORDS } from './number-words.ts';
import { readNumbers } from './read-numbers.ts';
import { readWordedNumbers } from './read-worded-numbers.ts';

/** Returns every value that a text names, in digits or in words; "1990–95" names 1995 too. */
export function knownNumbers(text: string): ReadonlySet<number> {
  const words = plainWords(text);
  const inWords = words.flatMap((word, index): number[] => {
    const value = NUMBER_WORDS.get(word);
    const factor = MULTIPLIERS.get(words[index + 1] ?? '');
    return value === undefined ? [] : factor === undefined ? [value] : [value, value * factor];
  });
  const spans = [...text.matchAll(/(\d{2})\d{2}\s?[–-]\s?(\d{2})(?!\d)/gu)].map(([, century = '', year = '']) =>
    Number(`${century}${year}`),
  );
  const read = [...readNumbers(text), ...readWordedNumbers(text)].flatMap(({ values }) => values);
  return new Set([...read, ...inWords, ...spans]);
}

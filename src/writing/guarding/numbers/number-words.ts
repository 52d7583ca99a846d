import { CARDINALS, LARGE_WORDS } from './cardinal-words.ts';

/** Numbers that a passage may write out and an answer in digits. Lower case. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...CARDINALS,
  ...[
    'zéro un deux trois quatre cinq six sept huit neuf dix onze douze',
    'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce',
  ].flatMap((words) => words.split(' ').map((word, value): [string, number] => [word, value])),
  ['zero', 0],
  ['null', 0],
  ['शून्य', 0],
  ['dozen', 12],
  ['hundred', 100],
  ['सौ', 100],
  // Shares, in percent.
  ['half', 50],
  ['quarter', 25],
  ['quarters', 75],
  ['third', 33],
  ['thirds', 67],
  ['fifth', 20],
  ['tenth', 10],
  ['hälfte', 50],
  ['viertel', 25],
  ['drittel', 33],
  ['fünftel', 20],
  ['zehntel', 10],
  ['moitié', 50],
  ['tiers', 33],
  ['quart', 25],
  ['mitad', 50],
  ['tercio', 33],
  ['आधा', 50],
  ['आधे', 50],
  ['चौथाई', 25],
  ['तिहाई', 33],
]);

/** Words that make the number before them larger. Lower case. */
export const MULTIPLIERS: ReadonlyMap<string, number> = new Map([
  ...LARGE_WORDS,
  ['hundred', 1e2],
  ['tausend', 1e3],
  ['mille', 1e3],
  ['millions', 1e6],
  ['milliards', 1e9],
  ['mil', 1e3],
  ['millones', 1e6],
  ['सौ', 1e2],
  ['अरब', 1e9],
  ['crore', 1e7],
  ['lakh', 1e5],
]);

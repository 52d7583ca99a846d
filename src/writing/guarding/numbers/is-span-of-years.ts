import type { NumberRead } from './read-numbers.ts';

const DECADE = /^(?:['’]?s(?!\p{L})|er(?:[\s-]Jahren?)?(?!\p{L})|\s?के\s+दशक)/u;
const CENTURY = /^(?:st|nd|rd|th|\.|\s?वीं|\s?वी)?[\s-](?:century|centuries|Jahrhunderts?|सदी|शताब्दी)/u;
const EARLIEST_YEAR = 1_000;

/** Whether a number names a decade or a century with a known year in it: "the 1860s" and "the 19th century" of 1869. */
export function isSpanOfYears({ after, values: [value = 0] }: NumberRead, known: ReadonlySet<number>): boolean {
  if (DECADE.test(after)) return value % 10 === 0 && hasYear(known, value, value + 9);
  return CENTURY.test(after) && hasYear(known, (value - 1) * 100 + 1, value * 100);
}

function hasYear(known: ReadonlySet<number>, first: number, last: number): boolean {
  return [...known].some((year) => year >= EARLIEST_YEAR && year >= first && year <= last);
}

import { expect, test } from 'vitest';
import { formatNumberRanges } from '../../../src/shared/format-number-ranges.ts';

test.each([
  [[], ''],
  [[4], '4'],
  [[4, 5], '4–5'],
  [[9, 1, 3, 2, 3, 5], '1–3, 5, 9'],
])('%j is "%s": ordered, each once, neighbours joined', (numbers, text) => {
  expect(formatNumberRanges(numbers)).toBe(text);
});

import { expect, test } from 'vitest';
import { numberFormatOf } from '../../../../src/pptx/drawing/number-format.ts';

const itemsOf = (...pairs: readonly (readonly [value: number, shown: string])[]) =>
  pairs.map(([value, shown]) => ({ label: 'a', value, shown }));

test.each([
  ['whole figures', itemsOf([413, '413'], [73, '73']), '#,##0;"-"#,##0'],
  ['grouped figures', itemsOf([1338000, '1,338,000'], [2, '2']), '#,##0;"-"#,##0'],
  ['years and other ungrouped figures', itemsOf([1950, '1950'], [12, '12']), '0;"-"0'],
  ['decimals and a unit', itemsOf([96.5, '96.5 %'], [1.74, '1.7 %']), '#,##0.0" %";"-"#,##0.0" %"'],
  ['a currency and a true minus', itemsOf([-3, '€−3'], [12, '€12']), '"€"#,##0;"€−"#,##0'],
] as const)('labels of %s get one format, so that they follow an edited figure', (_, items, format) => {
  expect(numberFormatOf(items)).toBe(format);
});

test.each([
  ['words', itemsOf([0.5, 'half'], [1, 'whole'])],
  ['other decimals for each', itemsOf([1.5, '1.5'], [2, '2'])],
  ['another scale than the figures', itemsOf([12e9, '12 bn'], [3e9, '3 bn'])],
] as const)('labels of %s get none, since no format would show them as the source does', (_, items) => {
  expect(numberFormatOf(items)).toBeNull();
});

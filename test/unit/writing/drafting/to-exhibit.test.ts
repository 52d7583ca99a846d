import { describe, expect, it } from 'vitest';
import { typographyOf } from '../../../../src/writing/drafting/set-model-text.ts';
import { toExhibit } from '../../../../src/writing/drafting/to-exhibit.ts';

const chartWith = (unit: string, values: readonly string[] = ['68.7', '30.1']) =>
  toExhibit({
    answer: {
      heading: 'Stores',
      unit,
      items: values.map((value, at) => ({ label: ['Ice sheets', 'Groundwater'][at] ?? '', value })),
      says: 'Ice and groundwater hold nearly all fresh water',
      narration: [],
    },
    language: 'en',
    typography: typographyOf('en'),
    place: 'Snow and ice, table 1',
  })?.exhibit;

describe('a chart', () => {
  it.each(['%', '% of all fresh water', 'Share of fresh water (%)', 'Percent of the water', 'प्रतिशत'])(
    'shows its values with a sign under the unit %j, since the largest stands alone beside it',
    (unit) => {
      expect(chartWith(unit)).toMatchObject({ items: [{ shown: '68.7%' }, { shown: '30.1%' }] });
    },
  );

  it.each(['Percentiles', 'km of rivers', ''])('adds no sign under the unit %j', (unit) => {
    expect(chartWith(unit)).toMatchObject({ items: [{ shown: '68.7' }, { shown: '30.1' }] });
  });

  it('adds none to values that have one', () => {
    expect(chartWith('% of water', ['68.7%', '30.1%'])).toMatchObject({
      items: [{ shown: '68.7%' }, { shown: '30.1%' }],
    });
  });

  it('marks the bar that its statement names first', () => {
    expect(chartWith('%')).toMatchObject({ highlight: 0 });
  });
});

import { describe, expect, it } from 'vitest';
import { findNamedBar } from '../../../../src/writing/drafting/find-named-bar.ts';

const STORES = ['Ice sheets and glaciers', 'Groundwater', 'Frozen ground', 'Soil, air and rivers'];

describe('findNamedBar', () => {
  it.each([
    ['Ice and groundwater together hold nearly all of it', 0],
    ['Groundwater holds far more than rivers', 1],
    ['A glacier holds more than a river', 0],
    ['Rivers are the smallest store', 3],
  ])('takes the bar that %j names first, by a word of its own', (statement, at) => {
    expect(findNamedBar(STORES, statement, 'en')).toBe(at);
  });

  it('takes none where no label is named, or only by words that several have or that name nothing', () => {
    expect(findNamedBar(STORES, 'Nearly all of it is locked away', 'en')).toBeNull();
    expect(
      findNamedBar(['Water use in towns', 'Water use in fields'], 'Water use grows in all places', 'en'),
    ).toBeNull();
    expect(findNamedBar([], 'It grows', 'en')).toBeNull();
  });

  it('takes years for names', () => {
    expect(findNamedBar(['2010', '2015', '2020'], 'The peak came in 2015', 'en')).toBe(1);
  });

  it('works in Hindi, and in a language without rules of its own', () => {
    expect(findNamedBar(['भूजल', 'हिमनद'], 'हिमनद में सबसे अधिक पानी है', 'hi')).toBe(1);
    expect(findNamedBar(['Lód', 'Rzeki'], 'Rzeki mają mało wody', 'pl')).toBe(1);
  });
});

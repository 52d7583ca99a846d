import type { Document, Element } from '@xmldom/xmldom';
import type { DocumentBlock } from '../blocks/document-block.ts';
import { tableBlock } from '../blocks/table-block.ts';
import { attributeNamed, childNamed, childrenNamed, elementsNamed } from '../packages/parse-part.ts';

/** More points than that are a curve, which nobody reads as a table. */
const MAX_POINTS = 24;

/** The values that the chart was last drawn with, by index; ECMA-376 part 1, 21.2.2.150 (pt). */
function pointsOf(holder: Element | null): ReadonlyMap<number, string> {
  const points = new Map<number, string>();
  for (const point of holder === null ? [] : elementsNamed(holder, 'pt')) {
    points.set(Number(attributeNamed(point, 'idx')), (childNamed(point, 'v')?.textContent ?? '').trim());
  }
  return points;
}

/** Stored values have the noise of binary fractions: 0.30000000000000004. */
function shownNumber(value: string, isPercent: boolean): string {
  const number = Number(value);
  if (value === '' || !Number.isFinite(number)) return value;
  return String(Number((isPercent ? number * 100 : number).toPrecision(6)));
}

const joined = (element: Element | undefined): string =>
  element === undefined
    ? ''
    : elementsNamed(element, 't')
        .map((text) => text.textContent ?? '')
        .join('')
        .trim();

/** Returns the figures of a chart part as a table: one row a category, one column a series. Null when it shows none. */
export function readSlideChart(chart: Document, page: number): DocumentBlock | null {
  const allSeries = elementsNamed(chart, 'ser');
  const first = allSeries[0];
  if (first === undefined) return null;
  const categories = pointsOf(childNamed(first, 'cat'));
  if (categories.size === 0 || categories.size > MAX_POINTS) return null;
  const series = allSeries.map((one) => {
    const values = childNamed(one, 'val');
    const isPercent =
      values !== null && elementsNamed(values, 'formatCode').some((code) => /%/u.test(code.textContent ?? ''));
    const name = [...pointsOf(childNamed(one, 'tx')).values()].join(' ');
    return { name: isPercent ? `${name} (%)`.trim() : name, isPercent, values: pointsOf(values) };
  });
  const title = childrenNamed(elementsNamed(chart, 'chart')[0] ?? first, 'title')[0];
  const rows = [...categories].map(([index, category]) => [
    category,
    ...series.map(({ values, isPercent }) => shownNumber(values.get(index) ?? '', isPercent)),
  ]);
  return tableBlock({ caption: joined(title) || null, header: ['', ...series.map(({ name }) => name)], rows }, page);
}

import type { ChartShape } from '../../contract/schemas/laid-out-slide.ts';

const MAX_DECIMALS = 6;
const RE_SHOWN = /^([^\p{Nd}−-]*)([−-]?)[\d.,]*\d([^\p{Nd}]*)$/u;

/**
 * Returns the number format (ECMA-376 part 1, 18.8.31) that shows every value of a chart as its label does, so that labels
 * follow when a figure is edited; null when no single format does.
 */
export function numberFormatOf(items: ChartShape['items']): string | null {
  const [, prefix = '', , suffix = ''] = RE_SHOWN.exec(items[0]?.shown ?? '') ?? [];
  const minus = items.some(({ shown }) => shown.includes('−')) ? '−' : '-';
  for (const isGrouped of [true, false]) {
    for (let decimals = 0; decimals <= MAX_DECIMALS; decimals += 1) {
      const format = new Intl.NumberFormat('en-US', {
        useGrouping: isGrouped,
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      });
      const show = (value: number) => `${prefix}${value < 0 ? minus : ''}${format.format(Math.abs(value))}${suffix}`;
      if (!items.every(({ value, shown }) => show(value) === shown)) continue;
      const digits = `${isGrouped ? '#,##0' : '0'}${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}`;
      return ['', minus].map((sign) => `${quoted(prefix + sign)}${digits}${quoted(suffix)}`).join(';');
    }
  }
  return null;
}

/** Text in a format stands in quotes and can hold none. */
function quoted(text: string): string {
  return text === '' ? '' : `"${text.replaceAll('"', '')}"`;
}

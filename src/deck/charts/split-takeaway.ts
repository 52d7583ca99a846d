import type { ChartExhibit } from '../../contract/schemas/exhibit.ts';
import { cleanText } from '../text/clean-text.ts';

// " million tonnes a year": a unit, not a sentence that begins with the figure.
const MOST_UNIT_CHARS = 24;

const withoutSpaces = (text: string): string => text.replace(/\s/gu, '');

/**
 * Returns what the panel of a chart shows large, and what it says under it. A point that only names the bar and its figure,
 * such as "Bay of Fundy: 16.3 m", is shared among both, so that nothing stands there twice.
 */
export function splitTakeaway(
  { highlight, items }: Pick<ChartExhibit, 'highlight' | 'items'>,
  points: readonly string[],
): { readonly figure: string; readonly says: string } {
  const item = items[highlight];
  const says = cleanText(points.join(' '));
  if (item === undefined) return { figure: '', says };
  const shown = cleanText(item.shown);
  const head = `${cleanText(item.label)}:`;
  const rest = says.startsWith(head) ? says.slice(head.length).trim() : '';
  const isFigure =
    shown !== '' &&
    withoutSpaces(rest).startsWith(withoutSpaces(shown)) &&
    !/^[\p{N}.,]/u.test(withoutSpaces(rest).slice(withoutSpaces(shown).length)) &&
    rest.length <= shown.length + MOST_UNIT_CHARS;
  if (!isFigure) return { figure: shown, says };
  // Without a unit of its own it is written as beside its bar: "68.7%", not "68.7 %".
  const hasUnit = withoutSpaces(rest) !== withoutSpaces(shown);
  return { figure: hasUnit ? rest : shown, says: head.slice(0, -1) };
}

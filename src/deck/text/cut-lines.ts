import type { TextMeasurer, TextStyle } from '../text-measurer.ts';

const ELLIPSIS = '…';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Returns the first `maxLines` lines; the last one ends at a word with "…" when lines were left out. */
export function cutLines(
  lines: readonly string[],
  maxLines: number,
  style: TextStyle,
  limitIn: number,
  measurer: TextMeasurer,
): string[] {
  const kept = lines.slice(0, maxLines);
  if (lines.length <= maxLines) return kept;
  let last = kept.pop() ?? '';
  while (last !== '' && measurer.widthIn(last + ELLIPSIS, style) > limitIn) last = shorten(last);
  return [...kept, tidyEnd(last) + ELLIPSIS];
}

function shorten(line: string): string {
  const space = line.lastIndexOf(' ');
  if (space > 0) return line.slice(0, space);
  return [...graphemes.segment(line)]
    .slice(0, -1)
    .map(({ segment }) => segment)
    .join('');
}

function tidyEnd(line: string): string {
  return line.replace(/[\s,;:.–—-]+$/u, '');
}

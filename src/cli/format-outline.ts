import type { Outline } from '../contract/schemas/outline.ts';

const MARGIN_COLUMNS = 6;

/** Formats an outline for people: number and heading of each slide, and its claim below. Nothing is cut. */
export function formatOutline({ slides, title }: Outline, columns: number): string {
  const rows = slides.flatMap(({ claim, heading }, index) => [
    ...wrap(heading, columns - MARGIN_COLUMNS).map(
      (line, row) => `${row === 0 ? toNumber(index) : ' '.repeat(4)}  ${line}`,
    ),
    ...wrap(claim ?? '', columns - MARGIN_COLUMNS).map((line) => `${' '.repeat(MARGIN_COLUMNS)}${line}`),
  ]);
  return [`"${title}"`, ...rows].join('\n');
}

function toNumber(index: number): string {
  return String(index + 1).padStart(4);
}

/** A word that is wider than the line stands alone. */
function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/[\s\p{Cc}]+/u).filter((part) => part !== '')) {
    const line = lines.at(-1);
    if (line === undefined || line.length + 1 + word.length > columns) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}

import type { PdfLine } from './page-text.ts';

const SMALLER = 0.93;
const MARK = /^(?:\[?\d{1,3}[\].)]?|[*†‡§¶]+)\s*(?=[\p{L}"'“‘(])/u;
const CAPTION = /^(?:fig(?:ure)?|table|source|note)\b/iu;

/** Returns the lines of a document without the notes at the foot of its columns: small type that begins with a mark. */
export function dropFootnotes(lines: readonly PdfLine[], bodySizePt: number): PdfLine[] {
  const bands = Map.groupBy(lines, ({ band }) => band);
  return [...bands.values()].flatMap((band) => {
    const lastOfBody = band.findLastIndex(({ sizePt }) => sizePt > bodySizePt * SMALLER);
    const small = band.slice(lastOfBody + 1);
    const firstMark = small.findIndex(({ text }) => MARK.test(text));
    const isNotes = firstMark >= 0 && lastOfBody >= 0 && !small.some(({ text }) => CAPTION.test(text));
    return isNotes ? band.slice(0, lastOfBody + 1 + firstMark) : band;
  });
}

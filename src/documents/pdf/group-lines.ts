import type { PassageTable } from '../../contract/schemas/source-document.ts';
import { findTable } from './find-table.ts';
import { endsSentence, HEADING_NUMBER, ITEM_MARK, isCaption } from './line-marks.ts';
import type { PdfLine } from './page-text.ts';

/** Lines that belong together: a paragraph, a heading, an item, a caption, or a table. */
export interface LineGroup {
  readonly kind: 'text' | 'item' | 'caption' | 'table';
  readonly lines: readonly PdfLine[];
  readonly table: PassageTable | null;
}

const OTHER_SIZE = 1.08;
const GAP_OF_PARAGRAPHS = 1.3;
const USUAL_PITCH_EM = 1.25;
const INDENT_EM = 0.8;
const SHORT_LINE_SHARE = 0.8;
/** Long enough for any table of a page, short enough to look ahead at every line. */
const TABLE_LOOKAHEAD_LINES = 120;

/** The usual distance of lines by their size, from the closer third of them: the rest is between paragraphs. */
function pitchBySize(lines: readonly PdfLine[]): (sizePt: number) => number {
  const gaps = new Map<number, number[]>();
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    if (next === undefined || next.band !== line.band || !isSameSize(line, next)) return;
    const key = Math.round(line.sizePt);
    gaps.set(key, [...(gaps.get(key) ?? []), next.yPt - line.yPt]);
  });
  const pitches = new Map(
    [...gaps].map(([size, all]) => [size, all.sort((a, b) => a - b)[Math.floor(all.length / 3)] ?? 0]),
  );
  return (sizePt) => Math.max(pitches.get(Math.round(sizePt)) ?? sizePt * USUAL_PITCH_EM, sizePt);
}

const isSameSize = (a: PdfLine, b: PdfLine): boolean =>
  Math.max(a.sizePt, b.sizePt) <= Math.min(a.sizePt, b.sizePt) * OTHER_SIZE;

/** An unindented short line that ends a sentence is the last of its paragraph. */
function endsParagraph(line: PdfLine, next: PdfLine): boolean {
  const widthPt = line.columnRightPt - line.columnLeftPt;
  const isShort = line.rightPt - line.columnLeftPt < widthPt * SHORT_LINE_SHARE;
  return isShort && endsSentence(line.text) && /^[^\p{Ll}]/u.test(next.text);
}

function continues(group: LineGroup, line: PdfLine, pitchOf: (sizePt: number) => number): boolean {
  const last = group.lines.at(-1);
  const first = group.lines[0];
  if (last === undefined || first === undefined || group.kind === 'table') return false;
  const gapPt = line.yPt - last.yPt;
  if (last.band !== line.band || gapPt > pitchOf(last.sizePt) * GAP_OF_PARAGRAPHS || gapPt < 0) return false;
  if (!isSameSize(last, line) || (first.isBold !== line.isBold && group.kind === 'text')) return false;
  if (ITEM_MARK.test(line.text) || isCaption(line.text)) return false;
  if (group.kind === 'item') return line.xPt > first.xPt + line.sizePt * 0.3 || !endsParagraph(last, line);
  if (group.kind === 'caption') return true;
  const isIndented =
    line.xPt > last.xPt + INDENT_EM * line.sizePt &&
    Math.abs(last.xPt - last.columnLeftPt) < INDENT_EM * line.sizePt &&
    !line.isBold;
  return !isIndented && !endsParagraph(last, line);
}

function kindOf(line: PdfLine): 'text' | 'item' | 'caption' {
  if (isCaption(line.text)) return 'caption';
  if (!ITEM_MARK.test(line.text)) return 'text';
  const isNumberedHeading = line.isBold && HEADING_NUMBER.test(line.text);
  return isNumberedHeading ? 'text' : 'item';
}

/** Returns lines in reading order as groups, by distance, size, weight, indents and marks; tables by their columns. */
export function groupLines(lines: readonly PdfLine[]): LineGroup[] {
  const pitchOf = pitchBySize(lines);
  const groups: LineGroup[] = [];
  for (let index = 0; index < lines.length; ) {
    const line = lines[index];
    if (line === undefined) break;
    const found = line.cells.length > 1 ? findTable(lines.slice(index, index + TABLE_LOOKAHEAD_LINES)) : null;
    if (found !== null) {
      groups.push({ kind: 'table', lines: lines.slice(index, index + found.lineCount), table: found.table });
      index += found.lineCount;
      continue;
    }
    const group = groups.at(-1);
    if (group !== undefined && continues(group, line, pitchOf)) {
      groups[groups.length - 1] = { ...group, lines: [...group.lines, line] };
    } else {
      groups.push({ kind: kindOf(line), lines: [line], table: null });
    }
    index += 1;
  }
  return groups;
}

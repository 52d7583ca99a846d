import type { DocumentBlock, DocumentBlocks } from '../blocks/document-block.ts';
import { tableBlock } from '../blocks/table-block.ts';
import { type FoundHeadings, groupText } from './find-headings.ts';
import type { LineGroup } from './group-lines.ts';
import { joinLineTexts, type WordCounts } from './join-line-texts.ts';
import { endsSentence, HEADING_NUMBER, ITEM_MARK, isTableCaption } from './line-marks.ts';
import { namesSpeaker } from './names-speaker.ts';

const MAX_SUBTITLE_CHARS = 120;
/** A last line that reaches as far as this was broken by the page, not by its writer. */
const FULL_LINE_SHARE = 0.85;
/** Unjustified lines end sooner, and small letters show that a sentence goes on. */
const RAGGED_LINE_SHARE = 0.6;

/** A block while its text may still go on in the next column or on the next page. */
interface OpenBlock {
  block: DocumentBlock;
  readonly group: LineGroup;
}

const textOf = (group: LineGroup, words: WordCounts): string =>
  group.lines.map(({ text }) => text).reduce((text, line) => joinLineTexts(text, line, words));

/** A line under the title may be set as large as a heading; it has no matter of its own. */
function hasSubtitle([first, second]: readonly LineGroup[], levels: ReadonlyMap<LineGroup, number>): boolean {
  const level = first === undefined ? undefined : levels.get(first);
  const next = second === undefined ? undefined : levels.get(second);
  return level !== undefined && next !== undefined && next <= level;
}

/** Whether headings are numbered from 1 on, so that a figure before one is its number and no part of it. */
function areNumbered(headings: FoundHeadings): boolean {
  const numbers = [...headings.levels.keys()].flatMap((group) => HEADING_NUMBER.exec(groupText(group))?.[1] ?? []);
  return numbers.length > 1 && /^1(?:\.1)?$/u.test(numbers[0] ?? '');
}

/** What stands before the title, and short lines such as names under it, is the page's head and no matter. */
function dropFront(
  groups: readonly LineGroup[],
  { title, levels }: FoundHeadings,
): { groups: LineGroup[]; subtitle: string | null } {
  if (title === null) return { groups: [...groups], subtitle: null };
  const at = groups.indexOf(title);
  const before = groups.slice(0, at).filter((group) => endsSentence(groupText(group)));
  const after = groups.slice(at + 1);
  const isMatter = (group: LineGroup): boolean =>
    group.kind !== 'text' || levels.has(group) || endsSentence(groupText(group)) || groupText(group).length > 200;
  const start = hasSubtitle(after, levels) ? 1 + after.slice(1).findIndex(isMatter) : after.findIndex(isMatter);
  const front = start < 0 ? [] : after.slice(0, start);
  const subtitle = front.map(groupText).find((text) => text.length <= MAX_SUBTITLE_CHARS && !/@|\d{5}/u.test(text));
  return { groups: [...before, ...after.slice(front.length)], subtitle: subtitle ?? null };
}

/** Whether the paragraph or item above goes on here: a break of column or page, and no end of a sentence before it. */
function goesOn(above: OpenBlock, group: LineGroup): boolean {
  const last = above.group.lines.at(-1);
  const first = group.lines[0];
  if (last === undefined || first === undefined || last.band === first.band || group.kind !== 'text') return false;
  const sizes = [last.sizePt, first.sizePt];
  if (Math.max(...sizes) > Math.min(...sizes) * 1.06 || endsSentence(above.block.text)) return false;
  const filled = (last.rightPt - last.columnLeftPt) / Math.max(last.columnRightPt - last.columnLeftPt, 1);
  if (/^\p{Ll}/u.test(first.text)) return filled >= RAGGED_LINE_SHARE;
  return /[\p{L}\p{M},][-\u00AD]?$/u.test(above.block.text) && filled >= FULL_LINE_SHARE;
}

function append(open: OpenBlock, text: string, group: LineGroup, words: WordCounts): OpenBlock {
  const { block } = open;
  if (block.kind === 'table') return open;
  return { block: { ...block, text: joinLineTexts(block.text, text, words) }, group };
}

/** Returns the blocks of groups in reading order: items as lists, captions at their tables, broken paragraphs whole. */
export function buildPdfBlocks(all: readonly LineGroup[], headings: FoundHeadings, words: WordCounts): DocumentBlocks {
  const { groups, subtitle } = dropFront(all, headings);
  const isNumbered = areNumbered(headings);
  const open: OpenBlock[] = [];
  /** The index of the last block of running text, over figures and tables that stand between its parts. */
  let running = -1;
  for (const [index, group] of groups.entries()) {
    const page = group.lines[0]?.page ?? 1;
    const level = headings.levels.get(group);
    const text = textOf(group, words);
    const last = open[running];
    if (group.kind === 'table') {
      const block = group.table === null ? null : tableBlock(group.table, page);
      if (block !== null) open.push({ block, group });
    } else if (group.kind === 'caption') {
      open.push({ block: { kind: 'caption', text, page }, group });
    } else if (level !== undefined) {
      const title = isNumbered ? text.replace(HEADING_NUMBER, '') : text;
      open.push({ block: { kind: 'heading', level, text: title, page }, group });
      running = -1;
    } else if (last !== undefined && goesOn(last, group)) {
      open[running] = append(last, text, group, words);
    } else if (
      last?.block.kind === 'paragraph' &&
      running === open.length - 1 &&
      namesSpeaker(last.block.text, text, groups[index + 1])
    ) {
      open[running] = { block: { ...last.block, kind: 'quote', text: `${last.block.text}\n${text}` }, group };
      running = -1;
    } else if (group.kind === 'item') {
      const item = text.replace(ITEM_MARK, '');
      if (last?.block.kind === 'list' && running === open.length - 1) {
        open[running] = { block: { ...last.block, text: `${last.block.text}\n${item}` }, group };
      } else {
        open.push({ block: { kind: 'list', text: item, page }, group });
        running = open.length - 1;
      }
    } else {
      open.push({ block: { kind: 'paragraph', text, page }, group });
      running = open.length - 1;
    }
  }
  const title = headings.title === null ? null : textOf(headings.title, words);
  return { title, subtitle, blocks: giveCaptions(open.map(({ block }) => block)) };
}

/** A caption beside a table, above or below, is the table's. */
function giveCaptions(blocks: readonly DocumentBlock[]): DocumentBlock[] {
  const taken = new Set<DocumentBlock>();
  const withCaptions = blocks.map((block, index): DocumentBlock => {
    if (block.kind !== 'table') return block;
    const caption = [blocks[index - 1], blocks[index + 1]].find(
      (beside) => beside?.kind === 'caption' && isTableCaption(beside.text) && !taken.has(beside),
    );
    if (caption === undefined) return block;
    taken.add(caption);
    return { ...block, table: { ...block.table, caption: caption.text } };
  });
  return withCaptions.filter((block) => !taken.has(block));
}

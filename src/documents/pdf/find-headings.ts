import type { LineGroup } from './group-lines.ts';
import { HEADING_NUMBER } from './line-marks.ts';

const LARGER = 1.15;
const TITLE_LARGER = 1.25;
const MAX_CHARS = 140;
const MAX_LINES = 4;
const MIN_LETTERS_OF_SHOUT = 4;

/** What the type of a document says: headings by group, with levels from 1, and the title. */
export interface FoundHeadings {
  readonly levels: ReadonlyMap<LineGroup, number>;
  readonly title: LineGroup | null;
}

export interface HeadingClues {
  readonly bodySizePt: number;
  /** Whether the body itself is set bold, so that bold says nothing. */
  readonly isBodyBold: boolean;
  /** Depth of the entries of the PDF's own outline, from 1, by their words. */
  readonly outline: ReadonlyMap<string, number>;
}

/** Words of a title as an outline and a page both have them. */
export const outlineKey = (title: string): string =>
  title
    .replace(HEADING_NUMBER, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

export const groupText = (group: LineGroup): string => group.lines.map(({ text }) => text).join(' ');

const isShouted = (text: string): boolean => {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return (
    letters.length >= MIN_LETTERS_OF_SHOUT && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
  );
};

function isHeading(group: LineGroup, clues: HeadingClues): boolean {
  const [line] = group.lines;
  const text = groupText(group);
  if (line === undefined || group.kind === 'table' || group.kind === 'caption') return false;
  if (text.length > MAX_CHARS || group.lines.length > MAX_LINES || !/\p{L}/u.test(text)) return false;
  if (clues.outline.has(outlineKey(text))) return true;
  if (/[.;,:।]["'”’)\]]*$/u.test(text) || (/^\p{Ll}/u.test(text) && group.kind === 'text')) return false;
  const isLarger = line.sizePt >= clues.bodySizePt * LARGER;
  const isBolder = line.isBold && !clues.isBodyBold && line.sizePt >= clues.bodySizePt * 0.95;
  if (group.kind === 'item') return HEADING_NUMBER.test(text) && (isLarger || isBolder);
  const isNumbered = /^\d{1,2}\.\d/u.test(text) && HEADING_NUMBER.test(text) && group.lines.length <= 2;
  const isCapitals = isShouted(text) && group.lines.length === 1 && line.sizePt >= clues.bodySizePt * 0.95;
  return isLarger || isBolder || isNumbered || isCapitals;
}

const sizeOf = (group: LineGroup): number => Math.round((group.lines[0]?.sizePt ?? 0) * 2) / 2;
const styleOf = (group: LineGroup): string => `${sizeOf(group)} ${group.lines[0]?.isBold === true}`;

/** The largest type of the first two pages, when nothing else in the document is set so. */
function findTitle(headings: readonly LineGroup[], bodySizePt: number): LineGroup | null {
  const largestPt = Math.max(0, ...headings.map(sizeOf));
  const largest = headings.filter((group) => sizeOf(group) === largestPt);
  const [first] = largest;
  const page = first?.lines[0]?.page ?? Number.POSITIVE_INFINITY;
  return largest.length === 1 && first !== undefined && page <= 2 && largestPt >= bodySizePt * TITLE_LARGER
    ? first
    : null;
}

/** Returns the headings by outline, numbers, size and weight. Larger is higher; bold type of the body's size is lowest. */
export function findHeadings(groups: readonly LineGroup[], clues: HeadingClues): FoundHeadings {
  const all = groups.filter((group) => isHeading(group, clues));
  const title = findTitle(all, clues.bodySizePt);
  const headings = all.filter((group) => group !== title);
  const depthOf = (group: LineGroup): number | null => {
    const inOutline = clues.outline.get(outlineKey(groupText(group)));
    if (inOutline !== undefined) return inOutline;
    const number = HEADING_NUMBER.exec(groupText(group))?.[1];
    return number === undefined ? null : number.split('.').length;
  };
  const depthByStyle = new Map<string, number>();
  for (const group of headings) {
    const depth = depthOf(group);
    if (depth !== null) depthByStyle.set(styleOf(group), Math.min(depth, depthByStyle.get(styleOf(group)) ?? depth));
  }
  const styles = [...new Set(headings.map(styleOf))].sort((a, b) => {
    const [sizeA = '0', boldA] = a.split(' ');
    const [sizeB = '0', boldB] = b.split(' ');
    return Number(sizeB) - Number(sizeA) || (boldA === boldB ? 0 : boldA === 'true' ? -1 : 1);
  });
  const levelOf = (group: LineGroup): number =>
    depthOf(group) ?? depthByStyle.get(styleOf(group)) ?? styles.indexOf(styleOf(group)) + 1;
  return { levels: new Map(headings.map((group) => [group, Math.min(6, Math.max(1, levelOf(group)))])), title };
}

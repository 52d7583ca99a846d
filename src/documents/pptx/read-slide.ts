import type { DocumentBlock } from '../blocks/document-block.ts';
import type { PackageParts } from '../packages/open-package.ts';
import { attributeNamed, childNamed, elementsNamed, parsePart } from '../packages/parse-part.ts';
import { type Relationship, readRelationships } from '../packages/read-relationships.ts';
import { listShapes, type SlideShape } from './list-shapes.ts';
import { readSlideChart } from './read-slide-chart.ts';
import { readSlideTable } from './read-slide-table.ts';
import { lineOfShape, readShapeText } from './read-slide-text.ts';

/** What one slide says. */
export interface SlideText {
  readonly title: string | null;
  readonly subtitle: string | null;
  /** Whether it opens the deck or a part of it. */
  readonly kind: 'title' | 'section' | 'content';
  readonly blocks: readonly DocumentBlock[];
  readonly notes: readonly DocumentBlock[];
}

const MAX_TITLE_CHARS = 80;
const TITLES: ReadonlySet<string | null> = new Set(['title', 'ctrTitle']);
const FURNITURE: ReadonlySet<string | null> = new Set(['ftr', 'hdr', 'dt', 'sldNum', 'sldImg', 'pic']);

/** Many slides have their title in a free text box: a short line at the top that is no sentence. */
function isTitleByPlace({ element, placeholder }: SlideShape): boolean {
  if (element.localName !== 'sp' || placeholder !== null) return false;
  const line = lineOfShape(element);
  return line !== '' && line.length <= MAX_TITLE_CHARS && !/[.;:।]$/u.test(line);
}

function readShape(
  { element, placeholder }: SlideShape,
  parts: PackageParts,
  relationships: readonly Relationship[],
  page: number,
): readonly DocumentBlock[] {
  if (element.localName === 'sp') {
    return readShapeText(element, placeholder === 'body' || placeholder === 'obj', page);
  }
  const table = readSlideTable(element, page);
  if (table !== null) return [table];
  const chartId = attributeNamed(elementsNamed(element, 'chart')[0] ?? null, 'id');
  const bytes = parts.get(relationships.find(({ id }) => id === chartId)?.target ?? '');
  const chart = bytes === undefined ? null : readSlideChart(parsePart(bytes), page);
  return chart === null ? [] : [chart];
}

function readNotes(parts: PackageParts, part: string | undefined, page: number): readonly DocumentBlock[] {
  const bytes = part === undefined ? undefined : parts.get(part);
  const tree = bytes === undefined ? undefined : elementsNamed(parsePart(bytes), 'spTree')[0];
  return (tree === undefined ? [] : listShapes(tree))
    .filter(({ placeholder, element }) => placeholder === 'body' && element.localName === 'sp')
    .flatMap(({ element }) => readShapeText(element, false, page));
}

function kindOf(parts: PackageParts, layoutPart: string | undefined, hasMainTitle: boolean): SlideText['kind'] {
  const bytes = layoutPart === undefined ? undefined : parts.get(layoutPart);
  const type = bytes === undefined ? null : attributeNamed(parsePart(bytes).documentElement, 'type');
  if (type === 'secHead') return 'section';
  return type === 'title' || hasMainTitle ? 'title' : 'content';
}

/** Returns what a slide says, in reading order; null for a hidden one. `page` is its number, from 1. */
export function readSlide(parts: PackageParts, part: string, page: number): SlideText | null {
  const bytes = parts.get(part);
  if (bytes === undefined) throw new SyntaxError(`The package has no part "${part}".`);
  const document = parsePart(bytes);
  if (/^(?:0|false)$/u.test(attributeNamed(document.documentElement, 'show') ?? '')) return null;
  const relationships = readRelationships(parts, part);
  const targetOf = (type: string): string | undefined => relationships.find((one) => one.type === type)?.target;
  const tree = childNamed(childNamed(document.documentElement, 'cSld'), 'spTree');
  const shapes = (tree === null ? [] : listShapes(tree)).filter(({ placeholder }) => !FURNITURE.has(placeholder));
  const named = shapes.filter(({ placeholder }) => TITLES.has(placeholder));
  const filled = shapes.filter(({ element }) => element.localName !== 'sp' || lineOfShape(element) !== '');
  const titles = named.length > 0 ? named : filled.slice(0, 1).filter(isTitleByPlace);
  const subtitles = shapes.filter(({ placeholder }) => placeholder === 'subTitle');
  const rest = shapes.filter((shape) => !titles.includes(shape) && !subtitles.includes(shape));
  const lineOf = (some: readonly SlideShape[]): string | null =>
    some.map(({ element }) => lineOfShape(element)).find((line) => line !== '') ?? null;
  return {
    title: lineOf(titles),
    subtitle: lineOf(subtitles),
    kind: kindOf(
      parts,
      targetOf('slideLayout'),
      titles.some(({ placeholder }) => placeholder === 'ctrTitle'),
    ),
    blocks: rest.flatMap((shape) => readShape(shape, parts, relationships, page)),
    notes: readNotes(parts, targetOf('notesSlide'), page),
  };
}

import type { Document, Element } from '@xmldom/xmldom';
import { attributeNamed, childNamed, childrenNamed, elementsNamed } from '../packages/parse-part.ts';
import { type DocumentStyles, isOn, type StyleRole, sizeOf } from './style-roles.ts';

/** Style ids that the conversion knows; a paragraph of the document gets at most one of them. */
export const MARKS = {
  title: 'LectraTitle',
  subtitle: 'LectraSubtitle',
  caption: 'LectraCaption',
  quote: 'LectraQuote',
} as const;

const MAX_HEADING_CHARS = 90;
/** Two half points are one point: less is no heading to the eye. */
const LARGER_BY_HALF_PT = 3;
/** Where more of the paragraphs look like headings, it is the look of the whole text. */
const MAX_HEADING_SHARE = 0.6;
const MAX_LOOKS = 4;

interface Look {
  readonly paragraph: Element;
  readonly text: string;
  readonly isBold: boolean;
  readonly sizeHalfPt: number;
}

const textOf = (element: Element): string =>
  elementsNamed(element, 't')
    .map((part) => part.textContent ?? '')
    .join('');

const styleIdOf = (paragraph: Element): string | null =>
  attributeNamed(childNamed(childNamed(paragraph, 'pPr'), 'pStyle'), 'val');

const isInCell = (paragraph: Element): boolean => {
  for (let node = paragraph.parentNode; node !== null; node = node.parentNode) {
    if (node.nodeType === 1 && node.localName === 'tc') return true;
  }
  return false;
};

function setStyle(paragraph: Element, styleId: string): void {
  const document = paragraph.ownerDocument;
  const namespace = paragraph.namespaceURI;
  if (document === null) return;
  let properties = childNamed(paragraph, 'pPr');
  if (properties === null) {
    properties = document.createElementNS(namespace, 'w:pPr');
    paragraph.insertBefore(properties, paragraph.firstChild);
  }
  for (const old of childrenNamed(properties, 'pStyle')) properties.removeChild(old);
  // A numbered heading is a heading; conversion would make an item of it.
  for (const list of childrenNamed(properties, 'numPr')) properties.removeChild(list);
  const style = document.createElementNS(namespace, 'w:pStyle');
  style.setAttributeNS(namespace, 'w:val', styleId);
  properties.insertBefore(style, properties.firstChild);
}

function lookOf(paragraph: Element, styles: DocumentStyles): Look {
  const style = styles.byId.get(styleIdOf(paragraph) ?? '');
  const runs = elementsNamed(paragraph, 'r').filter((run) => textOf(run).trim() !== '');
  const properties = runs.map((run) => childNamed(run, 'rPr'));
  const size = (one: Element | null): number => sizeOf(one) ?? style?.sizeHalfPt ?? styles.defaultSizeHalfPt;
  return {
    paragraph,
    text: textOf(paragraph).trim(),
    isBold: runs.length > 0 && properties.every((one) => isOn(childNamed(one, 'b')) ?? style?.isBold ?? false),
    sizeHalfPt: runs.length === 0 ? 0 : Math.min(...properties.map(size)),
  };
}

/** The size that most letters have. */
function bodySize(looks: readonly Look[]): number {
  const letters = new Map<number, number>();
  for (const { sizeHalfPt, text } of looks) letters.set(sizeHalfPt, (letters.get(sizeHalfPt) ?? 0) + text.length);
  return [...letters].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

/** Many people write headings by hand: bold or larger, short, without a full stop. */
function markByLook(looks: readonly Look[]): void {
  const normal = bodySize(looks);
  const isHeading = (look: Look, index: number): boolean => {
    const { text, isBold, sizeHalfPt, paragraph } = look;
    const isLarger = sizeHalfPt >= normal + LARGER_BY_HALF_PT;
    if (!(isBold || isLarger) || sizeHalfPt < normal || text.length > MAX_HEADING_CHARS) return false;
    if (!/\p{L}{2}/u.test(text) || /[.,;:।]$/u.test(text)) return false;
    if (childNamed(childNamed(paragraph, 'pPr'), 'numPr') !== null && !isLarger) return false;
    return looks.slice(index + 1).some((next) => next.text !== '');
  };
  const found = looks.filter(isHeading);
  const filled = looks.filter(({ text }) => text !== '').length;
  if (found.length > filled * MAX_HEADING_SHARE) return;
  const sizes = [...new Set(found.map(({ sizeHalfPt }) => sizeHalfPt))].toSorted((a, b) => b - a);
  for (const { paragraph, sizeHalfPt } of found) {
    setStyle(paragraph, `Heading${Math.min(sizes.indexOf(sizeHalfPt), MAX_LOOKS - 1) + 1}`);
  }
}

const markOf = (role: Exclude<StyleRole, { readonly kind: 'contents' }>): string =>
  role.kind === 'heading' ? `Heading${role.level}` : MARKS[role.kind];

/**
 * Gives every paragraph the style that says what it is, in place: by its style, by its own outline level and, in a document
 * whose styles name no headings, by its look. Tables of contents go.
 */
export function markParagraphs(document: Document, styles: DocumentStyles): void {
  const unmarked: Element[] = [];
  let headingCount = 0;
  for (const paragraph of elementsNamed(document, 'p')) {
    if (isInCell(paragraph)) continue;
    const outline = attributeNamed(childNamed(childNamed(paragraph, 'pPr'), 'outlineLvl'), 'val');
    const ownRole: StyleRole | null =
      outline !== null && /^[0-5]$/u.test(outline) ? { kind: 'heading', level: Number(outline) + 1 } : null;
    const role = ownRole ?? styles.byId.get(styleIdOf(paragraph) ?? '')?.role ?? null;
    if (role?.kind === 'contents') {
      paragraph.parentNode?.removeChild(paragraph);
      continue;
    }
    if (role?.kind === 'heading' && textOf(paragraph).trim() !== '') headingCount += 1;
    if (role === null) unmarked.push(paragraph);
    else setStyle(paragraph, markOf(role));
  }
  if (headingCount < 2) markByLook(unmarked.map((paragraph) => lookOf(paragraph, styles)));
}

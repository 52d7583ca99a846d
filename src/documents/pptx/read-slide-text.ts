import type { Element } from '@xmldom/xmldom';
import type { DocumentBlock } from '../blocks/document-block.ts';
import { attributeNamed, childNamed, childrenNamed } from '../packages/parse-part.ts';

/** A sentence, not a bullet: text boxes and notes hold prose. */
const PROSE = /[.!?।]["'”’)]*$/u;

/** Returns the text of one paragraph; a line break is a space, a slide number or date is nothing. */
function lineOf(paragraph: Element): string {
  return Array.from(paragraph.childNodes)
    .map((part) => {
      if (part.localName === 'br') return ' ';
      return part.localName === 'r' && part.nodeType === 1 ? (part.textContent ?? '') : '';
    })
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Whether a paragraph says itself that it has a bullet or number; null where its place holder decides. */
function hasBullet(paragraph: Element): boolean | null {
  const properties = childNamed(paragraph, 'pPr');
  if (properties === null) return null;
  if (childNamed(properties, 'buNone') !== null) return false;
  if (childNamed(properties, 'buChar') ?? childNamed(properties, 'buAutoNum') ?? childNamed(properties, 'buBlip'))
    return true;
  return attributeNamed(properties, 'lvl') === null ? null : true;
}

/** Returns the text of a shape as one line. */
export function lineOfShape(shape: Element): string {
  return childrenNamed(childNamed(shape, 'txBody') ?? shape, 'p')
    .map(lineOf)
    .filter((line) => line !== '')
    .join(' ');
}

/** Returns the text of a shape as lists and paragraphs. `isBody`: its place holder has bullets unless a paragraph denies them. */
export function readShapeText(shape: Element, isBody: boolean, page: number): DocumentBlock[] {
  const body = childNamed(shape, 'txBody');
  const lines = (body === null ? [] : childrenNamed(body, 'p'))
    .map((paragraph) => ({ text: lineOf(paragraph), isMarked: hasBullet(paragraph) }))
    .filter(({ text }) => text !== '');
  const isProse =
    lines.length === 1 ||
    lines.every(({ text, isMarked }) => isMarked !== true && PROSE.test(text) && text.length > 80);
  const blocks: DocumentBlock[] = [];
  for (const { text, isMarked } of lines) {
    const isItem = isMarked ?? (isBody && !isProse);
    const last = blocks.at(-1);
    if (isItem && last?.kind === 'list') blocks.splice(-1, 1, { ...last, text: `${last.text}\n${text}` });
    else blocks.push({ kind: isItem ? 'list' : 'paragraph', text, page });
  }
  return blocks;
}

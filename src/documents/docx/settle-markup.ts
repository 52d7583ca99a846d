import type { Document, Element, Node } from '@xmldom/xmldom';
import { attributeNamed, childElements, childNamed, elementsNamed } from '../packages/parse-part.ts';
import { isOn } from './style-roles.ts';

const remove = (node: Node): void => {
  node.parentNode?.removeChild(node);
};

function replaceByChildren(element: Element): void {
  for (const child of Array.from(element.childNodes)) element.parentNode?.insertBefore(child, element);
  remove(element);
}

/** The paragraph of the text itself that an element stands in, not one inside of a text box. */
function outermostParagraph(element: Element): Element | null {
  let found: Element | null = null;
  for (let node: Node | null = element; node !== null; node = node.parentNode) {
    if (node.nodeType === 1 && node.localName === 'p' && 'getAttribute' in node) {
      found = childElements(node.parentNode ?? node).find((child) => child === node) ?? found;
    }
  }
  return found;
}

/** Word writes a text box twice, for itself and for programs that do not know it; one of them is read, behind its paragraph. */
function unpackTextBoxes(document: Document): void {
  for (const choice of elementsNamed(document, 'AlternateContent')) {
    const versions = childElements(choice);
    const kept = versions.find((version) => elementsNamed(version, 'txbxContent').length > 0);
    for (const version of versions) if (version !== kept) remove(version);
  }
  for (const box of elementsNamed(document, 'txbxContent')) {
    const host = outermostParagraph(box);
    if (host === null || host.parentNode === null) continue;
    const behind = host.nextSibling;
    for (const child of childElements(box)) host.parentNode.insertBefore(child, behind);
  }
}

const isContents = (control: Element): boolean =>
  /contents/iu.test(
    elementsNamed(control, 'docPartGallery')
      .map((part) => attributeNamed(part, 'val') ?? '')
      .join(' '),
  );

/**
 * Settles what stands twice or not at all in the body of a document, in place: tracked changes count as accepted, text
 * boxes become paragraphs, hidden text, tables of contents and drawings go.
 */
export function settleMarkup(document: Document): void {
  for (const name of ['moveFrom', 'del']) for (const element of elementsNamed(document, name)) remove(element);
  for (const element of elementsNamed(document, 'moveTo')) replaceByChildren(element);
  for (const control of elementsNamed(document, 'sdt')) if (isContents(control)) remove(control);
  unpackTextBoxes(document);
  for (const name of ['drawing', 'pict', 'object'])
    for (const element of elementsNamed(document, name)) remove(element);
  for (const run of elementsNamed(document, 'r')) {
    if (isOn(childNamed(childNamed(run, 'rPr'), 'vanish')) === true) remove(run);
  }
}

import { DOMParser, type Document, type Element, type Node } from '@xmldom/xmldom';

const textDecoder = new TextDecoder('utf-8');

function refuseFault(level: string, message: string): void {
  // Old programs write control characters and the like, which readers have always passed over.
  if (level === 'warning' || message.startsWith('Unicode replacement character')) return;
  throw new SyntaxError(message);
}

const decodePart = (bytes: Uint8Array): string =>
  bytes[0] === 0xff && bytes[1] === 0xfe ? new TextDecoder('utf-16le').decode(bytes) : textDecoder.decode(bytes);

/**
 * Returns the document of an XML part. Throws SyntaxError for XML that is not well-formed, and for a document type
 * declaration: Office files have none (ECMA-376 part 2, 8.1.4), and entities in it could grow without end.
 */
export function parsePart(bytes: Uint8Array): Document {
  const xml = decodePart(bytes);
  if (/<!DOCTYPE/iu.test(xml)) throw new SyntaxError('The part has a document type declaration.');
  return new DOMParser({ onError: refuseFault }).parseFromString(xml, 'text/xml');
}

/** Whether a node is an element. */
export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

/** Returns the child elements, without text and comments between them. */
export function childElements(parent: Node): readonly Element[] {
  return Array.from(parent.childNodes).filter(isElement);
}

/** Returns the child elements with a local name, whatever prefix a program chose. */
export function childrenNamed(parent: Node, localName: string): readonly Element[] {
  return childElements(parent).filter((child) => child.localName === localName);
}

/** Returns the first child element with a local name, or null. */
export function childNamed(parent: Node | null, localName: string): Element | null {
  return parent === null ? null : (childrenNamed(parent, localName)[0] ?? null);
}

/** Returns all elements below with a local name, in document order. */
export function elementsNamed(parent: Document | Element, localName: string): readonly Element[] {
  return Array.from(parent.getElementsByTagNameNS('*', localName));
}

/** Returns an attribute by its local name, since the prefix differs between programs; null when it is absent. */
export function attributeNamed(element: Element | null, localName: string): string | null {
  if (element === null) return null;
  return Array.from(element.attributes).find((attribute) => attribute.localName === localName)?.value ?? null;
}

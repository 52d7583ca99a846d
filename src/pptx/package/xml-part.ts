import { DOMParser, type Document, type Element, type Node, XMLSerializer } from '@xmldom/xmldom';

/** Namespaces of the parts of a presentation, ECMA-376 part 1 (transitional). */
const NAMESPACES = {
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  p: 'http://schemas.openxmlformats.org/presentationml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
} as const;

/** The same as attributes of a root element. */
export const NAMESPACE_DECLARATIONS = Object.entries(NAMESPACES)
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

/** First line of a part. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const textDecoder = new TextDecoder('utf-8', { fatal: true });
const textEncoder = new TextEncoder();

/** Returns the document of an XML part. Throws the parser's ParseError at the first fault. */
export function parseXmlPart(bytes: Uint8Array): Document {
  return new DOMParser({ onError: refuseFault }).parseFromString(textDecoder.decode(bytes), 'text/xml');
}

/** Returns an XML part as UTF-8 bytes. */
export function serializeXmlPart(document: Document): Uint8Array {
  return encodeXml(new XMLSerializer().serializeToString(document));
}

/** Returns text as UTF-8 bytes. */
export function encodeXml(xml: string): Uint8Array {
  return textEncoder.encode(xml);
}

/** Returns one element of the given XML, which may use the prefixes a, p and r, ready to be put into the document. */
export function createElement(document: Document, xml: string): Element {
  const wrapped = `<wrapper ${NAMESPACE_DECLARATIONS}>${xml}</wrapper>`;
  const wrapper = new DOMParser({ onError: refuseFault }).parseFromString(wrapped, 'text/xml').documentElement;
  const element = wrapper === null ? undefined : childElements(wrapper)[0];
  if (element === undefined) throw new TypeError(`No element in ${xml}.`);
  const imported = document.importNode(element, true);
  if (!isElement(imported)) throw new TypeError(`Not an element: ${xml}.`);
  return imported;
}

/** Returns the child elements, without text and comments between them. */
export function childElements(parent: Node): readonly Element[] {
  return Array.from(parent.childNodes).filter(isElement);
}

/** Returns the elements with a qualified name such as "p:spTree" at any depth, in document order. */
export function elementsNamed(parent: Document | Element, name: string): readonly Element[] {
  return Array.from(parent.getElementsByTagName(name));
}

/** Returns the one element of that qualified name. Throws TypeError if there are none or several. */
export function onlyElement(parent: Document | Element, name: string): Element {
  const [first, second] = elementsNamed(parent, name);
  if (first === undefined || second !== undefined) throw new TypeError(`Expected exactly one <${name}>.`);
  return first;
}

function refuseFault(_level: string, message: string): void {
  // A character like any other: documents hold it where somebody once chose the wrong encoding.
  if (message.startsWith('Unicode replacement character')) return;
  throw new SyntaxError(message);
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

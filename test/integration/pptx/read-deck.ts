import { unzipSync } from 'fflate';
import { childElements, elementsNamed, parseXmlPart } from '../../../src/pptx/package/xml-part.ts';

type XmlDocument = ReturnType<typeof parseXmlPart>;
type XmlElement = ReturnType<typeof elementsNamed>[number];

/** Returns the names of the parts of a deck in the order of the zip. */
export function partNamesOf(deck: Uint8Array): readonly string[] {
  return Object.keys(unzipSync(deck));
}

/** Returns one parsed part of a deck. */
export function readPart(deck: Uint8Array, partName: string): XmlDocument {
  const bytes = unzipSync(deck)[partName];
  if (bytes === undefined) throw new Error(`The deck has no ${partName}.`);
  return parseXmlPart(bytes);
}

/** Returns the text of each paragraph below an element. */
export function paragraphTexts(parent: XmlDocument | XmlElement): readonly string[] {
  return elementsNamed(parent, 'a:p').map((paragraph) =>
    elementsNamed(paragraph, 'a:t')
      .map((text) => text.textContent ?? '')
      .join(''),
  );
}

/** Returns XML with one element a line and attributes in name order, so that only differences of meaning show. */
export function normaliseXml(part: XmlDocument): string {
  const root = part.documentElement;
  if (root === null) throw new Error('The part has no root.');
  return `${linesOf(root, '').join('\n')}\n`;
}

function linesOf(element: XmlElement, indent: string): readonly string[] {
  const attributes = Array.from(element.attributes, ({ name, value }) => ` ${name}="${value}"`).sort();
  const nested = childElements(element).flatMap((child) => linesOf(child, `${indent}  `));
  const text = nested.length === 0 ? (element.textContent ?? '') : '';
  const content = text === '' ? nested : [`${indent}  ${JSON.stringify(text)}`];
  return [`${indent}<${element.tagName}${attributes.join('')}>`, ...content];
}

import { escapeXml } from '../drawing/clean-xml-text.ts';
import { XML_DECLARATION } from './xml-part.ts';

// The earliest moment that zip can name; a true date would make every build a different file.
const PINNED_TIME = '1980-01-01T00:00:00Z';

/** Returns `docProps/core.xml`: title and language of the deck, at a fixed time. */
export function corePropertiesXml(title: string, language: string): string {
  const namespaces =
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  const times = ['created', 'modified'].map(
    (name) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${PINNED_TIME}</dcterms:${name}>`,
  );
  const titleXml = `<dc:title>${escapeXml(title)}</dc:title><dc:creator>Lectra</dc:creator>`;
  const editor = '<cp:lastModifiedBy>Lectra</cp:lastModifiedBy><cp:revision>1</cp:revision>';
  const languageXml = `<dc:language>${escapeXml(language)}</dc:language>`;
  return `${XML_DECLARATION}<cp:coreProperties ${namespaces}>${titleXml}${editor}${times.join('')}${languageXml}</cp:coreProperties>`;
}

/** Returns `docProps/app.xml` for a deck of that many slides. */
export function appPropertiesXml(slideCount: number): string {
  const namespace = 'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"';
  const counts = `<Slides>${slideCount}</Slides><Notes>${slideCount}</Notes>`;
  return `${XML_DECLARATION}<Properties ${namespace}><Application>Lectra</Application><PresentationFormat>Widescreen</PresentationFormat>${counts}</Properties>`;
}

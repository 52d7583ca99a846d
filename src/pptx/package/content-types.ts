import type { Document } from '@xmldom/xmldom';
import { elementsNamed } from './xml-part.ts';

const THEME_TYPE = 'application/vnd.openxmlformats-officedocument.theme+xml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const DEFAULT_TYPES: Readonly<Record<string, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'application/xml',
};

/**
 * Makes `[Content_Types].xml` name exactly the parts of the package. The library also names one slide master for each
 * slide (https://github.com/gitbrent/PptxGenJS/issues/1444) and types that the deck does not hold.
 */
export function finishContentTypes(contentTypes: Document, partNames: ReadonlySet<string>, themePart: string): void {
  const root = contentTypes.documentElement;
  if (root === null) throw new TypeError('[Content_Types].xml has no root.');
  const namespace = root.namespaceURI;
  for (const entry of elementsNamed(contentTypes, 'Default')) root.removeChild(entry);
  for (const override of elementsNamed(contentTypes, 'Override')) {
    const name = override.getAttribute('PartName') ?? '';
    if (!partNames.has(name.slice(1))) root.removeChild(override);
  }
  const extensions = new Set([...partNames].map((name) => name.slice(name.lastIndexOf('.') + 1)));
  const first = root.firstChild;
  for (const [extension, type] of Object.entries(DEFAULT_TYPES)) {
    if (!extensions.has(extension)) continue;
    const entry = contentTypes.createElementNS(namespace, 'Default');
    entry.setAttribute('Extension', extension);
    entry.setAttribute('ContentType', type);
    root.insertBefore(entry, first);
  }
  const ours = [
    { part: themePart, type: THEME_TYPE },
    ...[...partNames]
      .filter((name) => /^ppt\/charts\/[^/]+\.xml$/.test(name))
      .map((part) => ({ part, type: CHART_TYPE })),
  ];
  for (const { part, type } of ours) {
    const entry = contentTypes.createElementNS(namespace, 'Override');
    entry.setAttribute('PartName', `/${part}`);
    entry.setAttribute('ContentType', type);
    root.appendChild(entry);
  }
}

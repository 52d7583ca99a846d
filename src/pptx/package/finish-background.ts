import type { Document } from '@xmldom/xmldom';
import { createElement, elementsNamed } from './xml-part.ts';

/** Adds the empty effect list that PowerPoint wants beside a solid background: https://github.com/gitbrent/PptxGenJS/issues/1442 */
export function finishBackground(part: Document): void {
  for (const properties of elementsNamed(part, 'p:bgPr')) {
    if (elementsNamed(properties, 'a:effectLst').length > 0) continue;
    properties.appendChild(createElement(part, '<a:effectLst/>'));
  }
}

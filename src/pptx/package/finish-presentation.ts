import type { Document } from '@xmldom/xmldom';
import { cleanXmlText } from '../drawing/clean-xml-text.ts';
import { elementsNamed, onlyElement } from './xml-part.ts';

/** Puts the list of notes masters where CT_Presentation wants it (ECMA-376 part 1, 19.2.1.26) and gives notes pages PowerPoint's size. */
export function finishPresentation(presentation: Document, language: string): void {
  const slides = onlyElement(presentation, 'p:sldIdLst');
  slides.parentNode?.insertBefore(onlyElement(presentation, 'p:notesMasterIdLst'), slides);
  const notesSize = onlyElement(presentation, 'p:notesSz');
  // PowerPoint's default, 7.5 x 10 inches; the library writes the slide's own size on end.
  notesSize.setAttribute('cx', '6858000');
  notesSize.setAttribute('cy', '9144000');
  for (const properties of elementsNamed(presentation, 'a:defRPr'))
    properties.setAttribute('lang', cleanXmlText(language));
}

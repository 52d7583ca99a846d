import type { Document } from '@xmldom/xmldom';
import { cleanXmlText } from '../drawing/clean-xml-text.ts';
import type { ThemeColors } from '../drawing/derive-theme-colors.ts';
import { childElements, createElement, elementsNamed, onlyElement } from './xml-part.ts';

/** Gives the slide master the deck's ground, so that new slides and viewers that ignore themes show it. */
export function finishSlideMaster(master: Document): void {
  const ground = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>';
  const common = onlyElement(master, 'p:cSld');
  common.insertBefore(createElement(master, ground), common.firstChild);
}

/** Leaves the notes master without shapes, as PowerPoint does when it repairs one: https://github.com/gitbrent/PptxGenJS/issues/1443 */
export function finishNotesMaster(master: Document): void {
  const tree = onlyElement(master, 'p:spTree');
  for (const shape of childElements(tree)) if (shape.tagName === 'p:sp') tree.removeChild(shape);
}

/** Turns the library's layout without placeholders, which no page uses, into the blank layout that people expect. */
export function finishBlankLayout(layout: Document): void {
  layout.documentElement?.setAttribute('type', 'blank');
  setLayoutName(layout, 'Blank');
}

/** Names a layout: "cover-split" reads "Cover split". The library would write the name without escaping it. */
export function setLayoutName(layout: Document, name: string): void {
  const words = cleanXmlText(name).replaceAll('-', ' ').trim();
  onlyElement(layout, 'p:cSld').setAttribute('name', words.charAt(0).toUpperCase() + words.slice(1));
}

/** Names the theme and its two font slots; colours stay the library's, which suit notes on white paper. */
export function finishTheme(theme: Document, fonts: { readonly head: string; readonly body: string }): void {
  theme.documentElement?.setAttribute('name', 'Lectra');
  onlyElement(theme, 'a:clrScheme').setAttribute('name', 'Lectra');
  onlyElement(theme, 'a:fontScheme').setAttribute('name', 'Lectra');
  // It says that the theme is Microsoft's Office theme.
  for (const family of elementsNamed(theme, 'a:extLst')) family.parentNode?.removeChild(family);
  setLatinFace(theme, 'a:majorFont', fonts.head);
  setLatinFace(theme, 'a:minorFont', fonts.body);
}

/** Sets the colours that new text, slides and shapes start from. */
export function setThemeColors(theme: Document, colors: ThemeColors): void {
  const slots = { 'a:lt1': colors.background, 'a:dk1': colors.text, 'a:accent1': colors.accent };
  for (const [name, color] of Object.entries(slots)) {
    const slot = onlyElement(theme, name);
    while (slot.firstChild !== null) slot.removeChild(slot.firstChild);
    slot.appendChild(createElement(theme, `<a:srgbClr val="${color}"/>`));
  }
}

function setLatinFace(theme: Document, slotName: string, face: string): void {
  const latin = onlyElement(onlyElement(theme, slotName), 'a:latin');
  latin.setAttribute('typeface', cleanXmlText(face));
  // A number that describes the library's default face.
  latin.removeAttribute('panose');
}

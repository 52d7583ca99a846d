import { type PageElement, tagOf } from '../html/page-element.ts';
import { escapeMarkup } from './escape-markup.ts';
import { readFormula } from './read-formula.ts';

/**
 * What stands in the HTML of a MediaWiki page beside its matter: boxes, notices, pictures, notes, references, controls,
 * pronunciations. The names are those of MediaWiki and of the templates that the Wikipedias share.
 */
const FURNITURE =
  'style, script, meta, link, figure, table:not(.wikitable), .thumb, .gallery, .infobox, .sidebar, .navbox, .vertical-navbox, ' +
  '.metadata, .ambox, .mbox-small, .side-box, .sistersitebox, .portalbox, .portal-bar, .hatnote, .dablink, .rellink, [role="note"], ' +
  '[role="navigation"], .shortdescription, .mw-editsection, .toc, #toc, .mw-references-wrap, .reflist, .references, .refbegin, ' +
  'sup.reference, .Inline-Template, .noprint, .mw-empty-elt, .IPA, .ext-phonos, .rt-commentedText, .sortkey, .geo-default, .geo-inline-hidden, ' +
  '#coordinates, .mw-kartographer-container, .catlinks, .stub, .asbox, .succession-box, .mw-cite-backlink, .error';
/** In a list of other pages or of books, this share of the items is hardly more than a link. */
const LINKED_SHARE = 0.6;
const LEAST_LINKED_ITEMS = 2;

const lengthOf = (text: string | null): number => (text ?? '').replace(/\s+/gu, '').length;

function isLinkedItem(item: PageElement): boolean {
  if (item.querySelector('cite.citation, a.external') !== null) return true;
  const linked = [...item.querySelectorAll('a')].reduce((sum, link) => sum + lengthOf(link.textContent), 0);
  return linked >= lengthOf(item.textContent) * 0.8;
}

function isListOfLinks(list: PageElement): boolean {
  const items = [...list.children].filter((item) => tagOf(item) === 'li');
  const linkedCount = items.filter(isLinkedItem).length;
  return items.length >= LEAST_LINKED_ITEMS && linkedCount >= items.length * LINKED_SHARE;
}

/** The source of a formula stands in the picture that old browsers show, and in the MathML for the others. */
const texOf = (formula: PageElement): string =>
  formula.querySelector('img')?.getAttribute('alt') ?? formula.querySelector('math')?.getAttribute('alttext') ?? '';

/** Removes from a page of a wiki, in place, what is not its matter; a formula becomes text, or the mark of one. */
export function clearWikiPage(root: PageElement): void {
  for (const formula of [...root.querySelectorAll('.mwe-math-element')]) {
    formula.outerHTML = `<span>${escapeMarkup(readFormula(texOf(formula)))}</span>`;
  }
  for (const element of [...root.querySelectorAll(FURNITURE)]) element.remove();
  for (const list of [...root.querySelectorAll('ul, ol')]) if (isListOfLinks(list)) list.remove();
}

import type { PageElement } from './page-element.ts';

/** Menus, controls and notices: by element, by role, and by the names that programs for pages give them. */
const FURNITURE =
  'script, style, noscript, template, iframe, svg, nav, form, dialog, button, [role="navigation"], [role="banner"], ' +
  '[role="contentinfo"], [role="search"], [role="dialog"], [role="alertdialog"], [aria-modal="true"], [hidden], ' +
  '.mw-editsection, .navbox, .noprint, .reflist, .references, .toc, #toc, .breadcrumb, .breadcrumbs, .pagination';
const OUTER_FURNITURE = 'header, footer, aside, [role="complementary"]';
const NOTICE =
  /(?:^|[\s_-])(?:cookies?|consent|gdpr|ccpa|onetrust|didomi|newsletter|subscribe|paywall|popup|modal|share|sharing|social|advert(?:isement)?s?|ads?|banner|skip-link|related-posts|comments?)(?:$|[\s_-])/iu;
/** More text than any notice has: a page whose body is named "modal-open" is still a page. */
const MAX_NOTICE_CHARS = 1500;

const textLength = (element: PageElement): number => (element.textContent ?? '').trim().length;

/** Removes from a page, in place, what is not its matter. A header or footer of an article stays with the article. */
export function clearFurniture(root: PageElement): void {
  for (const element of [...root.querySelectorAll(FURNITURE)]) element.remove();
  for (const element of [...root.querySelectorAll(OUTER_FURNITURE)]) {
    if (element.querySelector('h1, article, main') === null && !element.matches('article *, main *, blockquote *')) {
      element.remove();
    }
  }
  for (const element of [...root.querySelectorAll('[class], [id]')]) {
    const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
    if (!NOTICE.test(names) || element.matches('html, body, main, article')) continue;
    if (element.querySelector('h1, main, article') === null && textLength(element) <= MAX_NOTICE_CHARS)
      element.remove();
  }
}

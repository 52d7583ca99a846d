import { Readability } from '@mozilla/readability';
import { clearFurniture } from './clear-furniture.ts';
import type { PageElement } from './page-element.ts';
import { type Page, parsePage } from './parse-page.ts';

/** Below that share of the text in what the page itself calls its matter, the guess of the library missed something. */
const LEAST_SHARE = 0.75;
/** Without such an element the rest of the body may well be furniture. */
const LEAST_SHARE_OF_BODY = 0.3;
/** A page with more elements is not scored: the time grows faster than they do. */
const MAX_SCORED_ELEMENTS = 60_000;
/** Nor is one that nests deeper: every element is weighed with all around it. */
const MAX_SCORED_DEPTH = 150;

const textLength = (element: PageElement | null): number =>
  (element?.textContent ?? '').replace(/\s+/gu, ' ').trim().length;

const onlyOne = (page: Page, selector: string): PageElement | null => {
  const [first, second] = [...page.querySelectorAll(selector)];
  return first !== undefined && second === undefined ? first : null;
};

/** Level by level, so that no page is too deep to be measured. */
function isDeeper(root: PageElement, levels: number): boolean {
  let level: readonly PageElement[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > levels) return true;
    level = level.flatMap((element) => [...element.children]);
  }
  return false;
}

/** What the library takes for the article; null when it finds none. It changes the page that it is given. */
function scoredMatter(html: string): PageElement | null {
  const page = parsePage(html);
  if ([...page.querySelectorAll('*')].length > MAX_SCORED_ELEMENTS || isDeeper(page.body, MAX_SCORED_DEPTH))
    return null;
  keepAttributions(page);
  clearFurniture(page);
  const article = new Readability<string>(page, { charThreshold: 200, disableJSONLD: true }).parse();
  const content = article?.content;
  return typeof content === 'string' && content.trim() !== '' ? parsePage(content).body : null;
}

/** The scoring takes every footer for one of the page, also the one that names who is quoted. */
function keepAttributions(page: Page): void {
  for (const footer of [...page.querySelectorAll('blockquote footer')]) {
    footer.outerHTML = `<p>— ${footer.innerHTML.replace(/^\s*[—–―-]+\s*/u, '')}</p>`;
  }
}

/**
 * Returns the part of a page that is its matter: what it calls its main part or its only article, else what Readability
 * scores highest, else the whole body. Menus and notices are taken out in place.
 */
export function chooseMatter(html: string): PageElement {
  const page = parsePage(html);
  keepAttributions(page);
  clearFurniture(page);
  const named = onlyOne(page, 'main article') ?? onlyOne(page, 'article') ?? onlyOne(page, 'main, [role="main"]');
  const whole = named ?? page.body;
  const scored = scoredMatter(html);
  const leastShare = named === null ? LEAST_SHARE_OF_BODY : LEAST_SHARE;
  return scored !== null && textLength(scored) >= textLength(whole) * leastShare ? scored : whole;
}

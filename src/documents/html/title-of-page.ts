import type { Page } from './parse-page.ts';

const SITE_SEPARATOR = /\s+[|–—·»:-]\s+/u;

const clean = (text: string | null | undefined): string => (text ?? '').replace(/\s+/gu, ' ').trim();

/** Without the name of the site, which pages put behind or before a bar or dash. */
function withoutSite(title: string, siteName: string): string {
  const parts = title.split(SITE_SEPARATOR);
  const last = parts.at(-1) ?? '';
  if (parts.length < 2) return title;
  if (siteName !== '' && parts[0]?.toLowerCase() === siteName.toLowerCase()) return parts.slice(1).join(' – ');
  const isSite = siteName !== '' ? last.toLowerCase() === siteName.toLowerCase() : last.split(' ').length <= 3;
  return isSite ? title.slice(0, title.lastIndexOf(last)).replace(/\s+[|–—·»:-]\s*$/u, '') : title;
}

/** Returns the title that a page gives itself: its only first-level heading, else what it tells others; null if it has none. */
export function titleOfPage(page: Page): string | null {
  const metaOf = (name: string): string =>
    clean(page.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content'));
  const heads = [...page.querySelectorAll('h1')].map((head) => clean(head.textContent)).filter((text) => text !== '');
  const told = metaOf('og:title') || clean(page.querySelector('title')?.textContent);
  const [first] = heads;
  if (first !== undefined && (heads.length === 1 || told.toLowerCase().includes(first.toLowerCase()))) return first;
  return withoutSite(told, metaOf('og:site_name')) || (first ?? null);
}

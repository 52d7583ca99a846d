import { isPageElement, type PageElement, type PageNode, tagOf } from './page-element.ts';

const SILENT_TAGS: ReadonlySet<string> = new Set(
  'script style svg math template noscript head iframe object embed canvas audio video img picture map button input select textarea form dialog nav menu pre rt rp link meta title'.split(
    ' ',
  ),
);
const BLOCK_TAGS = /^(?:p|div|li|ul|ol|dl|dt|dd|td|th|tr|table|section|article|blockquote|h[1-6]|figure|figcaption)$/u;
const POWERS: Readonly<Record<string, string>> = { '1': '¹', '2': '²', '3': '³' };
const NOTE_MARK = /^\s*\[?\s*(?:\d{1,3}|[a-z*†‡§]|note \d+|citation needed|edit)\s*\]?\s*$/iu;

/** Whether nobody reads what stands in an element: code, controls, menus, hidden parts. */
export function isSilent(element: PageElement): boolean {
  if (SILENT_TAGS.has(tagOf(element)) || element.getAttribute('hidden') !== null) return true;
  if (element.getAttribute('aria-hidden') === 'true') return true;
  return /(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(element.getAttribute('style') ?? '');
}

/** "[3]" with a link inside the page, or in brackets, is the mark of a footnote; "m²" is not. */
function isNoteMark(element: PageElement): boolean {
  const text = element.textContent ?? '';
  if (!NOTE_MARK.test(text)) return false;
  if (/^\s*\[/u.test(text)) return true;
  const link = tagOf(element) === 'a' ? element : element.querySelector('a');
  return (
    link?.getAttribute('href')?.includes('#') === true &&
    (tagOf(element) === 'sup' || link.getAttribute('role') === 'doc-noteref')
  );
}

function superscript(text: string): string {
  const bare = text.trim();
  return POWERS[bare] ?? (/^[-−+]?\d+$/u.test(bare) ? `^${bare}` : text);
}

/** Returns what a reader reads of a node inside a line: no footnote marks, no controls; a line break is a space. */
export function inlinePageText(node: PageNode): string {
  if (node.nodeType === 3) return (node.textContent ?? '').replace(/\s+/gu, ' ');
  if (!isPageElement(node) || isSilent(node)) return '';
  const tag = tagOf(node);
  if (tag === 'br' || tag === 'wbr') return tag === 'br' ? ' ' : '';
  if ((tag === 'sup' || tag === 'a' || tag === 'span') && isNoteMark(node)) return '';
  const text = [...node.childNodes].map(inlinePageText).join('');
  if (tag === 'sup') return superscript(text);
  return BLOCK_TAGS.test(tag) ? ` ${text} ` : text;
}

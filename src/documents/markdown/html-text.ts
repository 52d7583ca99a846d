const HIDDEN_ELEMENTS =
  /<(script|style|svg|math|template|noscript|head|iframe|object|pre|code|figcaption)\b[\s\S]*?(?:<\/\1\s*>|$)/giu;
const COMMENT = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>/gu;
const BREAKING_TAG = /<\/?(?:p|div|br|li|ul|ol|tr|td|th|h[1-6]|section|article|details|summary|blockquote)\b[^>]*>/giu;
const TAG = /<\/?[a-z][^>]*>/giu;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Whether an inline tag opens or closes an element whose text nobody reads. */
export function hiddenElementTag(html: string): { readonly name: string; readonly opens: boolean } | null {
  const match = /^<(\/?)(script|style|svg|math|template|noscript|iframe|object)\b/iu.exec(html);
  if (match === null || /\/>\s*$/u.test(html)) return null;
  return { name: (match[2] ?? '').toLowerCase(), opens: match[1] === '' };
}

/** Returns the prose inside a block of raw HTML, one line a block element; scripts, styles and comments are left out. */
export function htmlText(html: string): string {
  return html
    .replace(COMMENT, ' ')
    .replace(HIDDEN_ELEMENTS, ' ')
    .replace(BREAKING_TAG, '\n')
    .replace(TAG, '')
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/gu, (_match, name: string) => ENTITIES[name] ?? ' ')
    .replace(/&#?\w{1,10};/gu, ' ');
}

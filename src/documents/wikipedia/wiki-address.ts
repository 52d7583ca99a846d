/** Where Wikipedia keeps a language under another code: https://meta.wikimedia.org/wiki/List_of_Wikipedias. */
const OTHER_CODES: Readonly<Record<string, string>> = { nb: 'no' };

/** Stands in an address in the place of the code of the language; a URL writes the braces otherwise. */
const LANGUAGE_MARK = /\{language\}|%7Blanguage%7D/giu;

/**
 * Returns the root of the wiki of a language (ISO 639-1), without a slash at its end: that of Wikipedia for null, else
 * `baseUrl` with its "{language}" filled in.
 */
export function wikiAddress(baseUrl: string | null, language: string): URL {
  const code = OTHER_CODES[language] ?? language;
  return new URL(baseUrl === null ? `https://${code}.wikipedia.org` : baseUrl.replace(LANGUAGE_MARK, code));
}

/** Returns the address of the very revision of a page, which stays the same when the page changes. */
export function revisionAddress(root: URL, title: string, revisionId: number): string {
  const query = new URLSearchParams({ title: title.replaceAll(' ', '_'), oldid: String(revisionId) });
  return `${root.href.replace(/\/+$/u, '')}/w/index.php?${query}`;
}

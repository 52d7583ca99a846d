// Production [2] Char of XML 1.0, https://www.w3.org/TR/xml/#charsets. The u flag makes surrogate pairs count as one
// character, so only lone surrogates fall out.
const RE_FORBIDDEN_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const RE_LINE_BREAKS_AND_TABS = /[\t\n\r]+/g;

/** Returns the text on one line without the characters that XML 1.0 forbids: controls, lone surrogates, U+FFFE, U+FFFF. */
export function cleanXmlText(text: string): string {
  return text.replace(RE_FORBIDDEN_IN_XML, '').replace(RE_LINE_BREAKS_AND_TABS, ' ');
}

/** Returns whether the text holds a character that no XML 1.0 document may contain. */
export function hasForbiddenXmlCharacters(text: string): boolean {
  return text.search(RE_FORBIDDEN_IN_XML) !== -1;
}

/** Returns cleaned text that can stand in element content and in quoted attributes. */
export function escapeXml(text: string): string {
  return cleanXmlText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

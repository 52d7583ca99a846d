/**
 * Returns a text that Markdown shows as it is, on one line. An underscore inside of a word and a lone "&" mark nothing up
 * (https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis): they stay, so that file names can be read in the source as well.
 * At its head, "1." and "#" would open a list and a heading, also within a list item.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s*[\r\n]\s*/gu, ' ')
    .replace(/[\\`*[\]<>~]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\$&`)
    .replace(/^(?<lead>\s*(?:\d{1,9}(?=[.)]))?)(?<mark>#{1,6}|[-+.)])(?=\s|$)/u, String.raw`$<lead>\$<mark>`);
}

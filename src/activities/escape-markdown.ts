/**
 * Returns a text that Markdown shows as it is, on one line. An underscore inside of a word and a lone "&" mark nothing
 * up (https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis): they stay, so that file names can be read in
 * the source as well.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*[\]<>~]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\$&`);
}

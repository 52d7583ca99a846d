const MOST_CHARACTERS = 60;

/** Returns a text in quotation marks, cut at so many characters, for a message. */
export function quoteExcerpt(text: string, mostCharacters = MOST_CHARACTERS): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const characters = [...line];
  return `“${characters.length > mostCharacters ? `${characters.slice(0, mostCharacters - 1).join('')}…` : line}”`;
}

const MOST_CHARACTERS = 60;

/** Returns a text in quotation marks, cut at 60 characters, for a message. */
export function quoteExcerpt(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const characters = [...line];
  return `“${characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS - 1).join('')}…` : line}”`;
}

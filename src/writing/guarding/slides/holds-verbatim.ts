/** Whether a text holds a quotation word for word; marks, spaces and the case of letters may differ. */
export function holdsVerbatim(text: string, quote: string): boolean {
  const wanted = bareWords(quote);
  return wanted !== ' ' && bareWords(text).includes(wanted);
}

/** The words alone, with a space on both sides, so that no part of a word matches. */
function bareWords(text: string): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return words === '' ? ' ' : ` ${words} `;
}

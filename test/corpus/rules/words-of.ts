/** Returns the words of a text in lower case; marks and signs are left out. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

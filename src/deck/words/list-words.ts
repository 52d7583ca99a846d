/** Returns the words of a text in lower case and NFC, without marks at their ends. */
export function listWords(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/(?<![\p{L}\p{N}])\p{L}[\p{L}\p{M}\p{N}'’-]*/gu) ?? []
  );
}

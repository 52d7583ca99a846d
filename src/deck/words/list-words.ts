/** Returns the words of a text in lower case, without marks at their ends. */
export function listWords(text: string): string[] {
  return text.toLowerCase().match(/(?<![\p{L}\p{N}])\p{L}[\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
}

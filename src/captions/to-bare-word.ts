/** Returns a written word without the marks around it, in lower case. */
export function toBareWord(text: string): string {
  return text.replace(/^["'“‘«([{]+|["'”’»)\]},;:!?…।]+$/gu, '').toLowerCase();
}

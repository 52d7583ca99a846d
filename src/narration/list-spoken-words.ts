/**
 * Returns the words of a spoken text in order, punctuation still attached: what stands between white space and holds a
 * letter or a digit. A hyphened compound is one word. Written words count their spoken words by this same function,
 * so word times of the spoken text map back to the written text.
 */
export function listSpokenWords(spoken: string): string[] {
  return spoken.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Phrases that an answer must not have, in NFC, each a pattern without flags that matter beyond `iu`. */
export type PhrasePatterns = readonly RegExp[];

/**
 * Returns the first phrase in a text that one of the patterns names, as it stands there; null for none. What stands in
 * `known` too is what the lecture is about: "minLength" in a lecture about JSON schemas.
 */
export function findPhrase(text: string, patterns: PhrasePatterns, known: string): string | null {
  const plain = text.normalize('NFC');
  const isKnown = (phrase: string): boolean => known.normalize('NFC').toLowerCase().includes(phrase.toLowerCase());
  for (const pattern of patterns) {
    const found = pattern.exec(plain)?.[0].trim();
    if (found !== undefined && found !== '' && !isKnown(found)) return found;
  }
  return null;
}

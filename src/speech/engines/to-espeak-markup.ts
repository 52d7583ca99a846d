const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

export interface EspeakMarkup {
  readonly markup: string;
  /** UTF-16 offset in the plain text of each code point of the markup, and at the end the length of the plain text. */
  readonly plainOffsets: readonly number[];
}

/**
 * Writes plain text as the engine reads it: markup is always on there, so `<` would swallow words, and `[[` would start
 * phoneme input. Controls and brackets become spaces. The engine counts its word positions in code points of the markup.
 */
export function toEspeakMarkup(text: string): EspeakMarkup {
  let markup = '';
  let offset = 0;
  const plainOffsets: number[] = [];
  for (const character of text) {
    const written = /[\p{Cc}[\]]/u.test(character) ? ' ' : (ENTITIES[character] ?? character);
    markup += written;
    for (const _codePoint of written) plainOffsets.push(offset);
    offset += character.length;
  }
  plainOffsets.push(offset);
  return { markup, plainOffsets };
}

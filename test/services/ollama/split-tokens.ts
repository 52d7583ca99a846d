/** A Latin word is one or two tokens and a Devanagari word two or three: about 1.3 and 2.6 a word, as of Llama 3.1. */
const TOKEN = / ?[A-Za-z]{1,7}| ?[\u0900-\u097f]{1,2}|\s+|./gsu;

/** Splits a text into pieces of about a token each. Joined again they are the text. */
export function splitTokens(text: string): readonly string[] {
  return text.match(TOKEN) ?? [];
}

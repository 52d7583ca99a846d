/** Capitals that an abbreviation would keep as well: too few letters to tell shouting from "DNA". */
export const MIN_LETTERS_OF_SHOUT = 6;

/** Whether a text is all capitals and has at least that many letters. */
export function isShouted(text: string, minLetters: number): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return letters.length >= minLetters && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}

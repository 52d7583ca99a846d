const NUMBERING = /^(?:(?:\d{1,2}(?:\.\d{1,3}){1,4}[.)]?|\d{1,2}[.)]|[ivxlc]{1,5}[.)]|[a-h][.)])\s+)(?=\p{L})/iu;
const CHAPTER = /^(?:chapter|part|section|lesson|unit|module|step)\s+(?:\d{1,3}|[ivxlc]{1,6})\s*[:.–—-]\s*(?=\p{L})/iu;

/** Capitals that an abbreviation would keep as well: too few letters to tell shouting from "DNA". */
const MIN_LETTERS_OF_SHOUT = 6;

function calmCapitals(text: string): string {
  const letters = text.replace(/[^\p{L}]/gu, '');
  if (letters.length < MIN_LETTERS_OF_SHOUT || letters !== letters.toUpperCase() || letters === letters.toLowerCase())
    return text;
  const lower = text.toLowerCase();
  return lower.replace(/\p{L}/u, (letter) => letter.toUpperCase());
}

/** Returns a heading as a title: no numbering, no mark at its end but "?" and "!", no shouting. Empty if nothing is left. */
export function cleanHeading(text: string): string {
  const bare = text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/\s+#+$/u, '');
  const unnumbered = bare.replace(CHAPTER, '').replace(NUMBERING, '');
  const trimmed = unnumbered.replace(/^[\s:;,.–—•-]+|[\s:;,–—-]+$/gu, '').replace(/(?<!\.)\.$/u, '');
  return calmCapitals(trimmed).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

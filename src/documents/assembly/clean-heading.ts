import { isShouted, MIN_LETTERS_OF_SHOUT } from './is-shouted.ts';
import type { Spelling } from './spelling.ts';

const NUMBERING = /^(?:(?:\d{1,2}(?:\.\d{1,3}){1,4}[.)]?|\d{1,2}[.)]|[ivxlc]{1,5}[.)]|[a-h][.)])\s+)(?=\p{L})/iu;
const CHAPTER = /^(?:chapter|part|section|lesson|unit|module|step)\s+(?:\d{1,3}|[ivxlc]{1,6})\s*[:.–—-]\s*(?=\p{L})/iu;

/** "E.U.", "U.S.A.": capitals with dots are never shouting. */
const DOTTED = /(?<![\p{L}.])(?:\p{Lu}\.){2,}(?!\p{L})/gu;

/** Sentence case, with names and abbreviations as the prose of the document spells them. */
function calmCapitals(text: string, spelling: Spelling): string {
  if (!isShouted(text, spelling.shoutsInHeadings ? 2 : MIN_LETTERS_OF_SHOUT)) return text;
  const dotted = text.match(DOTTED) ?? [];
  let used = 0;
  return text
    .toLowerCase()
    .replace(/\p{L}/u, (letter) => letter.toUpperCase())
    .replace(/(?<![\p{L}.])(?:\p{L}\.){2,}(?!\p{L})/gu, (match) => dotted[used++] ?? match)
    .replace(/[\p{L}\p{N}]+/gu, (word) => spelling.asWritten.get(word.toLowerCase()) ?? word);
}

/** Returns a heading as a title: no numbering, no mark at its end but "?" and "!", no shouting. Empty if nothing is left. */
export function cleanHeading(text: string, spelling: Spelling): string {
  const bare = text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/\s+#+$/u, '');
  const unnumbered = bare.replace(CHAPTER, '').replace(NUMBERING, '');
  const trimmed = unnumbered.replace(/^[\s:;,.–—•-]+|[\s:;,–—-]+$/gu, '').replace(/(?<!\.)\.$/u, '');
  return calmCapitals(trimmed, spelling).replace(/^\p{Ll}(?!\p{Lu})/u, (letter) => letter.toUpperCase());
}

import type { TypographyRules } from '../languages/writing-language.ts';

/**
 * Returns the text with the given quotation marks for straight ones, dashes, ellipses and real minus signs; wording
 * untouched.
 */
export function setQuotes(text: string, [open, close, openSingle, closeSingle]: TypographyRules['quotes']): string {
  return text
    .replace(/(?<=^|[\s(])[-–](?=\p{N}+(?:[.,]\p{N}+)?(?![\p{L}\p{N}-]))/gu, '−')
    .replace(/\.{3,}/gu, '…')
    .replace(/(?<=\s)(?:--|—–|–—)(?=\s)/gu, '–')
    .replace(/(^|[\s([{—–/])"/gu, `$1${open}`)
    .replaceAll('"', close)
    .replace(/(^|[\s([{—–/“„«])'(?=\S)(?!\d0s)/gu, `$1${openSingle}`)
    .replaceAll("'", closeSingle);
}

/** Returns the text with its first letter in upper case; "pH" and "iPhone" stay as they are. */
export function capitalizeFirst(text: string): string {
  if (/^[“‘"'(]*\p{Ll}\p{Lu}/u.test(text)) return text;
  return text.replace(/^([“‘"'(]*)(\p{Ll})/u, (_match, quote: string, letter: string) => quote + letter.toUpperCase());
}

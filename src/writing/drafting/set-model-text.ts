import { tidyWrittenText } from '../../narration/tidy-written-text.ts';
import { findWritingLanguage } from '../extractive/languages/find-writing-language.ts';
import type { TypographyRules } from '../extractive/languages/writing-language.ts';
import { capitalizeFirst, setQuotes } from '../extractive/wording/set-typography.ts';
import { holdsCommand, startsWithCode } from './looks-like-code.ts';

const ENGLISH = 'en';
/** A stop with a space before it is a folder: "git add .". */
const END_MARKS = /(?<!\s)[.।॥,;:]+(?=["'”’“»)]*$)/u;

/** Returns how a language is set; English rules for one that has none. */
export function typographyOf(language: string): TypographyRules {
  const found = findWritingLanguage(language) ?? findWritingLanguage(ENGLISH);
  if (found === null) throw new TypeError('The rules of English are gone.');
  return found.typography;
}

/** Returns a cell or a unit as slides show it, in the case that it came in. */
export function setCell(text: string, { joinUnits, quotes }: TypographyRules): string {
  return joinUnits(setMarks(tidyWrittenText(text).replace(END_MARKS, ''), quotes));
}

/**
 * Returns a row or a heading as slides show it: curly quotes, a capital, no full stop; wording untouched, and code as it
 * is typed.
 */
export function setShown(text: string, typography: TypographyRules): string {
  const bare = tidyWrittenText(text)
    .replace(/\.{3,}/gu, '…')
    .replace(END_MARKS, '');
  const set = setMarks(bare, typography.quotes);
  return typography.joinUnits(startsWithCode(set) ? set : capitalizeFirst(set));
}

/** Returns a sentence as it is spoken and captioned: curly quotes, a mark at its end; wording untouched. */
export function setSpoken(text: string, { fullStop, quotes }: TypographyRules): string {
  const set = capitalizeFirst(setMarks(tidyWrittenText(text), quotes)).replace(/[\s,;:–—-]+$/u, '');
  return /[.!?…।॥]["'”’“»)]*$/u.test(set) ? set : `${set}${fullStop}`;
}

const setMarks = (text: string, quotes: TypographyRules['quotes']): string =>
  holdsCommand(text) ? text : setQuotes(text, quotes);

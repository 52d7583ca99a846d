import { ENGLISH_CLAUSES } from './english/clauses.ts';
import { ENGLISH_CLEANING } from './english/cleaning.ts';
import { ENGLISH_EXHIBITS } from './english/exhibits.ts';
import { ENGLISH_LINKS } from './english/links.ts';
import { ENGLISH_PHRASES } from './english/phrases.ts';
import { ENGLISH_TITLES } from './english/titles.ts';
import { ENGLISH_TYPOGRAPHY } from './english/typography.ts';
import { ENGLISH_WEIGHTS } from './english/weights.ts';
import { ENGLISH_WORDS } from './english/words.ts';
import type { WritingLanguage } from './writing-language.ts';

export const ENGLISH: WritingLanguage = {
  code: 'en',
  words: ENGLISH_WORDS,
  links: ENGLISH_LINKS,
  clauses: ENGLISH_CLAUSES,
  cleaning: ENGLISH_CLEANING,
  weights: ENGLISH_WEIGHTS,
  exhibits: ENGLISH_EXHIBITS,
  titles: ENGLISH_TITLES,
  typography: ENGLISH_TYPOGRAPHY,
  phrases: ENGLISH_PHRASES,
};

import { HINDI_CLAUSES } from './hindi/clauses.ts';
import { HINDI_CLEANING } from './hindi/cleaning.ts';
import { HINDI_EXHIBITS } from './hindi/exhibits.ts';
import { HINDI_LINKS } from './hindi/links.ts';
import { HINDI_PHRASES } from './hindi/phrases.ts';
import { HINDI_TITLES } from './hindi/titles.ts';
import { HINDI_TYPOGRAPHY } from './hindi/typography.ts';
import { HINDI_WEIGHTS } from './hindi/weights.ts';
import { HINDI_WORDS } from './hindi/words.ts';
import type { WritingLanguage } from './writing-language.ts';

export const HINDI: WritingLanguage = {
  code: 'hi',
  words: HINDI_WORDS,
  links: HINDI_LINKS,
  clauses: HINDI_CLAUSES,
  cleaning: HINDI_CLEANING,
  weights: HINDI_WEIGHTS,
  exhibits: HINDI_EXHIBITS,
  titles: HINDI_TITLES,
  typography: HINDI_TYPOGRAPHY,
  phrases: HINDI_PHRASES,
};

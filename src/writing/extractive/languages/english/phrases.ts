import type { Phrases } from '../writing-language.ts';
import { speakOfTitles } from './speak-of-titles.ts';
import { ENGLISH_TYPOGRAPHY } from './typography.ts';

const RECAP = {
  1: 'To sum up, here is one thing to remember.',
  2: 'To sum up, here are two things to remember.',
  3: 'To sum up, here are three things to remember.',
} as const;
const MAX_NEXT_WORDS = 6;
const { listWords } = ENGLISH_TYPOGRAPHY;

export const ENGLISH_PHRASES: Phrases = {
  thingsToRemember: (count) =>
    count === 1 ? 'One thing to remember' : `${count === 2 ? 'Two' : 'Three'} things to remember`,
  recap: (count) => RECAP[count === 1 ? 1 : count === 2 ? 2 : 3],
  speakOfTitles,
  nextTitle: (title) =>
    /[?!:;.“”,]/u.test(title) || title.split(/\s+/u).length > MAX_NEXT_WORDS ? null : `Next: ${title}.`,
  keyWords: (terms) => `The key words are ${listWords(terms)}.`,
  madeFrom: (name) => `From ${name}`,
  source: (name) => `Source: ${name}`,
  pages: (range) => `${/[–,]/u.test(range) ? 'pp.' : 'p.'} ${range}`,
  credit: 'Written without a language model from the document’s own sentences.',
  altText: (heading, keywords) => `Picture for “${heading}”: ${listWords(keywords)}`,
  more: 'More',
};

import type { Phrases } from '../writing-language.ts';
import { HINDI_TYPOGRAPHY } from './typography.ts';

const MAX_LISTED = 4;
const MAX_LISTED_CHARS = 110;
const { listWords } = HINDI_TYPOGRAPHY;
const SUBJECT = { lecture: ['इस व्याख्यान', 'यह व्याख्यान'], part: ['इस भाग', 'यह भाग'] } as const;

export const HINDI_PHRASES: Phrases = {
  thingsToRemember: (count) => (count === 1 ? 'याद रखने की एक बात' : `याद रखने की ${count === 2 ? 'दो' : 'तीन'} बातें`),
  recap: (count) =>
    count === 1 ? 'संक्षेप में, याद रखने की एक बात यह है।' : `संक्षेप में, याद रखने की ${count === 2 ? 'दो' : 'तीन'} बातें ये हैं।`,
  // Titles stay outside of the grammar: a postposition after them would ask for another case.
  speakOfTitles: (subject, titles) => {
    const [first] = titles;
    const [of, it] = SUBJECT[subject];
    if (first === undefined) return null;
    if (titles.length === 1) return `${of} का विषय है: ${first}।`;
    const listed = listWords(titles);
    const isListable =
      titles.length <= MAX_LISTED &&
      listed.length <= MAX_LISTED_CHARS &&
      !titles.some((title) => /[?!:;,“”]|\sऔर\s/u.test(title));
    return isListable
      ? `${of} के विषय हैं: ${listed}।`
      : `${it} “${first}” से शुरू होता है और “${titles.at(-1)}” पर समाप्त होता है।`;
  },
  nextTitle: (title) => (/[?!:;।,“”]/u.test(title) || title.split(/\s+/u).length > 6 ? null : `अब: ${title}।`),
  keyWords: (terms) => `मुख्य शब्द हैं: ${listWords(terms)}।`,
  madeFrom: (name) => `${name} से`,
  source: (name) => `स्रोत: ${name}`,
  pages: (range) => `पृ. ${range}`,
  credit: 'भाषा मॉडल के बिना, दस्तावेज़ के अपने वाक्यों से लिखा गया।',
  altText: (heading, keywords) => `“${heading}” का चित्र: ${listWords(keywords)}`,
  more: 'आगे',
};

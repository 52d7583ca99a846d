import type { TitleRules } from '../writing-language.ts';

export const HINDI_TITLES: TitleRules = {
  article: null,
  separator: /,\s|\s(?:और|तथा|एवं)\s/gu,
  summary: /^(?:(?:.*\s)?सारांश|निष्कर्ष|उपसंहार|संक्षेप(?: में)?|सार|अंत में|याद रखें|याद रखने योग्य.*|मुख्य (?:बातें|बिंदु|विचार))$/u,
  openEnd: /\s+(?:और|या|का|के|की|को|से|में|पर|ने|तक|कि|जो|एवं|तथा)$/u,
  states: /(?:है|हैं|था|थे|थी|थीं|होगा|होगी|चाहिए)$/u,
  span: (first, last) => `${first} से ${last} तक`,
  isComposed: (heading) => /\s(?:और|तथा|एवं)\s|\sसे\s.*\sतक$/u.test(heading),
  lower: (titles) => [...titles],
};

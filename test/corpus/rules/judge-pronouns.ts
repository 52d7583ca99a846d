import type { Rule } from '../finding.ts';
import { contentSlides } from './content-slides.ts';
import { wordsOf } from './words-of.ts';

/** Words that point at something before them. A language that is not here has no list to judge by. */
const POINTING: Readonly<Record<string, RegExp>> = {
  en: /^(?:This|These|Those|That|It|They|He|She|Such|Its|Their|His|Her|The former|The latter|Both|Another)\b(?! (?:is|was|takes|makes|seems) (?:not |often |also |clear|no sense|true|possible|likely|important|hard|easy|time|\w+ to\b))/u,
  hi: /^(?:यह|ये|वह|वे|इस|इन|उस|उन|इसका|इसकी|इसके|इनका|इनकी|इनके|उसका|उसकी|उसके|उनका|उनकी|उनके|इसमें|इससे|इसे|इन्हें|उसे|उन्हें)(?=[\s,।]|$)/u,
};

/** No row, and no first sentence of a slide, begins with a word that points at what is not there. */
export const judgePronouns: Rule = (lecture) => {
  const pointing = POINTING[lecture.document.language];
  if (pointing === undefined) return [];
  const source = lecture.document.passages.map(({ text }) => wordsOf(text).join(' ')).join('\n');
  return contentSlides(lecture).flatMap(({ number, script }) => {
    const texts = script.narration.map(({ text }) => text);
    // A sentence may point back at the one that was just spoken, when they stood together in the source.
    const dangling = texts.filter((text, at) => {
      if (!pointing.test(text)) return false;
      const before = texts[at - 1];
      return before === undefined || !source.includes([...wordsOf(before), ...wordsOf(text)].join(' '));
    });
    const rows = script.points.filter((text) => pointing.test(text));
    return [...rows, ...dangling].map((text) => ({ slide: number, text }));
  });
};

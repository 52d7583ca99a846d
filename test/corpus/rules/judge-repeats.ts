import type { Rule } from '../finding.ts';
import { contentSlides } from './content-slides.ts';
import { wordsOf } from './words-of.ts';

/** No row and no sentence stands twice in the deck, nor a title; the closing slide repeats on purpose. */
export const judgeRepeats: Rule = (lecture) => {
  const seen = new Map<string, number>();
  const repeats = (kind: string, text: string, slide: number): { slide: number; text: string }[] => {
    const key = `${kind} ${wordsOf(text).join(' ')}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, slide);
    return first === undefined ? [] : [{ slide, text: `stands on slide ${first} already: ${text}` }];
  };
  return contentSlides(lecture).flatMap(({ number, script }) => [
    ...repeats('title', script.heading, number),
    ...script.points.flatMap((text) => repeats('row', text, number)),
    ...script.narration.flatMap(({ text }) => repeats('sentence', text, number)),
  ]);
};

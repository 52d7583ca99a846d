import type { Rule } from '../finding.ts';
import { wordsOf } from './words-of.ts';

/** A slide of twenty seconds, when a third of the sentences cannot be used. */
const WORDS_OF_A_SLIDE = 75;
const FRAME_SLIDES = 2;

/** The deck has as many slides as were asked for, one more or less; fewer when the matter would not fill them. */
export const judgeCount: Rule = ({ document, outline }, { slides }) => {
  const wordCount = wordsOf(document.passages.map(({ text }) => text).join(' ')).length;
  const possible = FRAME_SLIDES + Math.floor(wordCount / WORDS_OF_A_SLIDE);
  const count = outline.slides.length;
  if (count <= slides + 1 && count >= Math.min(slides, possible) - 1) return [];
  return [{ slide: null, text: `${count} slides for ${slides} asked; ${wordCount} words fill ${possible}` }];
};

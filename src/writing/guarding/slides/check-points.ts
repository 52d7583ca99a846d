import type { SlideAnswer } from '../../answers/slide-answer.ts';
import { plainWords } from '../../extractive/wording/content-stems.ts';
import { saysTheSame } from '../content-words.ts';
import type { SlideContext } from '../guarding-context.ts';
import type { Problem } from '../guarding-rules.ts';
import { quoteExcerpt } from '../quote-excerpt.ts';

/** Twelve are asked for; two more do no harm. Hindi needs some words more for the same. */
const MOST_WORDS: Readonly<Record<string, number>> = { hi: 17, mr: 17, ne: 17 };
const USUAL_MOST_WORDS = 14;
/** A row of more words is a paragraph. */
const RUNAWAY_WORDS = 26;
const FEWEST_POINTS = 2;

/** Finds what is wrong with the rows: too long, too few, two that say the same, one that is the heading. */
export function checkPoints({ points, says }: SlideAnswer, { heading, language }: SlideContext): Problem[] {
  const most = MOST_WORDS[language] ?? USUAL_MOST_WORDS;
  const stated = says === undefined ? [] : checkWordCount(says, 'says', RUNAWAY_WORDS);
  if (points === undefined) return stated;
  const few: Problem[] =
    points.length >= FEWEST_POINTS
      ? []
      : [{ path: 'points', rule: 'few-points', message: 'the slide has fewer than two rows' }];
  return [
    ...few,
    ...points.flatMap((point, index): Problem[] => {
      const path = `points[${index}]`;
      const before = points.slice(0, index).find((other) => saysTheSame(point, other, language));
      if (before !== undefined) {
        const message = `the row ${quoteExcerpt(point)} says the same as ${quoteExcerpt(before)}`;
        return [{ path, rule: 'same-point', message }];
      }
      if (plainWords(point).join(' ') === plainWords(heading).join(' ')) {
        return [{ path, rule: 'point-is-heading', message: `the row ${quoteExcerpt(point)} is the heading once more` }];
      }
      return checkWordCount(point, path, most);
    }),
  ];
}

function checkWordCount(text: string, path: string, most: number): Problem[] {
  const count = plainWords(text).length;
  if (count <= most) return [];
  const rule = count > RUNAWAY_WORDS ? 'runaway-point' : 'long-point';
  return [{ path, rule, message: `the row ${quoteExcerpt(text)} has ${count} words, and at most 12 are asked for` }];
}

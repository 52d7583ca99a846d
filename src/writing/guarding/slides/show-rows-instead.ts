import type { SlideAnswer } from '../../answers/slide-answer.ts';
import { findWritingLanguage } from '../../extractive/languages/find-writing-language.ts';
import { cutToPoint, wholePoint } from '../../extractive/wording/cut-to-point.ts';
import { saysTheSame } from '../content-words.ts';
import type { SlideContext } from '../guarding-context.ts';
import { type Problem, remedyOf } from '../guarding-rules.ts';
import { checkPoints } from './check-points.ts';

const FEWEST_ROWS = 2;
const MOST_ROWS = 4;

/**
 * Returns a slide that shows rows made of its own sentences, for one whose table, chart, figure or quotation cannot be
 * shown; null when its narration bears no two rows.
 */
export function showRowsInstead(answer: SlideAnswer, context: SlideContext): SlideAnswer | null {
  const language = findWritingLanguage(context.language);
  if (language === null) return null;
  const points: string[] = [];
  const narration = answer.narration.map(({ text }) => {
    const point = cutToPoint(text, language) ?? wholePoint(text, language);
    const isNew = point !== null && !points.some((other) => saysTheSame(other, point, context.language));
    if (
      !isNew ||
      points.length === MOST_ROWS ||
      checkPoints({ ...answer, points: [point, ''] }, context).some(isOfFirst)
    ) {
      return { text, supports: null };
    }
    points.push(point);
    return { text, supports: points.length };
  });
  if (points.length < FEWEST_ROWS) return null;
  const { heading, citations, keywords, picture } = answer;
  return {
    heading,
    points,
    ...(picture === undefined ? {} : { picture }),
    ...(keywords === undefined ? {} : { keywords }),
    narration,
    ...(citations === undefined ? {} : { citations }),
  };
}

/** A row of a few words more than asked for may stay; the second row stands in for the rest. */
const isOfFirst = (problem: Problem): boolean => problem.path === 'points[0]' && remedyOf(problem) === 'mend';

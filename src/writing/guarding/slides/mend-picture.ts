import type { SlideAnswer } from '../../answers/slide-answer.ts';
import type { SlideContext } from '../guarding-context.ts';
import type { Mended, Problem } from '../guarding-rules.ts';
import { describeChange, problemsByIndex } from '../mend-until-sound.ts';
import { withoutIndices } from '../without-indices.ts';
import { graveOf, LEFT_OUT } from './slide-step.ts';

/** Without a keyword that finds anything there is no picture; a description that cannot stand gives way to the heading. */
export function mendPicture(
  answer: SlideAnswer,
  problems: readonly Problem[],
  { heading }: SlideContext,
): Mended<SlideAnswer> {
  const { picture, ...rest } = answer;
  const keywords = problemsByIndex(graveOf(problems), 'picture.keywords');
  const shows = graveOf(problems).find(({ path }) => path === 'picture.shows');
  if (picture === undefined || (keywords.size === 0 && shows === undefined)) return { answer, changes: [] };
  const left = withoutIndices(picture.keywords, new Set(keywords.keys()));
  const changes = [...keywords.values(), ...(shows === undefined ? [] : [shows])].map((problem) =>
    describeChange(problem, LEFT_OUT),
  );
  if (left.length === 0) return { answer: rest, changes: [...changes, 'The slide has no picture.'] };
  return {
    answer: { ...answer, picture: { keywords: left, shows: shows === undefined ? picture.shows : heading } },
    changes,
  };
}

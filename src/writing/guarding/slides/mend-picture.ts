import type { SlideAnswer } from '../../answers/slide-answer.ts';
import type { SlideContext } from '../guarding-context.ts';
import type { Problem } from '../guarding-rules.ts';
import { problemsByIndex } from '../mend-until-sound.ts';
import { changeOf, type MendStep } from '../telling/change.ts';
import { withoutIndices } from '../without-indices.ts';
import { graveOf } from './slide-step.ts';

/** Without a keyword that finds anything there is no picture; a description that cannot stand gives way to the heading. */
export function mendPicture(
  answer: SlideAnswer,
  problems: readonly Problem[],
  { heading }: SlideContext,
): MendStep<SlideAnswer> {
  const { picture, ...rest } = answer;
  const keywords = problemsByIndex(graveOf(problems), 'picture.keywords');
  const shows = graveOf(problems).find(({ path }) => path === 'picture.shows');
  if (picture === undefined || (keywords.size === 0 && shows === undefined)) return { answer, changes: [] };
  const left = withoutIndices(picture.keywords, new Set(keywords.keys()));
  const [first] = keywords.values();
  if (left.length === 0 && first !== undefined) {
    return { answer: rest, changes: [changeOf({ ...first, path: 'picture' }, 'left-out')] };
  }
  return {
    answer: { ...answer, picture: { keywords: left, shows: shows === undefined ? picture.shows : heading } },
    changes: [
      ...[...keywords.values()].map((problem) => changeOf(problem, 'left-out')),
      ...(shows === undefined ? [] : [changeOf(shows, 'gave way to the heading', heading)]),
    ],
  };
}

import type { SlideAnswer } from '../../answers/slide-answer.ts';
import type { SlideContext } from '../guarding-context.ts';
import type { Problem } from '../guarding-rules.ts';
import { problemsByIndex } from '../mend-until-sound.ts';
import { changeOf, type MendStep } from '../telling/change.ts';
import { withoutIndices } from '../without-indices.ts';
import { sentencesToCut } from './cut-narration.ts';
import { graveOf } from './slide-step.ts';

/** Leaves out sentences that cannot stand; null when none would be left. */
export function dropSentences(answer: SlideAnswer, problems: readonly Problem[]): MendStep<SlideAnswer> | null {
  const wrong = problemsByIndex(
    graveOf(problems).filter(({ path }) => path.endsWith('.text')),
    'narration',
  );
  if (wrong.size === 0) return { answer, changes: [] };
  const narration = withoutIndices(answer.narration, new Set(wrong.keys()));
  if (narration.length === 0) return null;
  return {
    answer: { ...answer, narration },
    changes: [...wrong.values()].map((problem) => changeOf(problem, 'left-out')),
  };
}

/** Leaves out sentences of a narration over its budget, as far as its rows can spare them. */
export function cutLength(
  answer: SlideAnswer,
  problems: readonly Problem[],
  { words }: SlideContext,
): MendStep<SlideAnswer> {
  const long = problems.find(({ rule }) => rule === 'too-long' || rule === 'far-too-long');
  const cut = long === undefined ? new Set<number>() : sentencesToCut(answer, words);
  if (long === undefined || cut.size === 0) return { answer, changes: [] };
  return {
    answer: { ...answer, narration: withoutIndices(answer.narration, cut) },
    changes: [changeOf(long, 'shortened')],
  };
}

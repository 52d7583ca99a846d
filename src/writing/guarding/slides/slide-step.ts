import type { SlideAnswer } from '../../answers/slide-answer.ts';
import type { SlideContext } from '../guarding-context.ts';
import { type Problem, remedyOf } from '../guarding-rules.ts';
import type { MendStep } from '../telling/change.ts';

/** Mends one kind of problem of a slide; the very answer comes back where there is none, and null where it cannot be mended. */
export type SlideStep = (
  answer: SlideAnswer,
  problems: readonly Problem[],
  context: SlideContext,
) => MendStep<SlideAnswer> | null;

/** Returns the problems that must not stay. */
export const graveOf = (problems: readonly Problem[]): Problem[] =>
  problems.filter((problem) => remedyOf(problem) === 'mend');

import type { SlideAnswer } from '../../answers/slide-answer.ts';
import type { SlideContext } from '../guarding-context.ts';
import { type Mended, type Problem, remedyOf } from '../guarding-rules.ts';

/** Mends one kind of problem of a slide; the very answer comes back where there is none, and null where it cannot be mended. */
export type SlideStep = (
  answer: SlideAnswer,
  problems: readonly Problem[],
  context: SlideContext,
) => Mended<SlideAnswer> | null;

/** What a change says of a text that could not stand. */
export const LEFT_OUT = 'it was left out';

/** Returns the problems that must not stay. */
export const graveOf = (problems: readonly Problem[]): Problem[] =>
  problems.filter((problem) => remedyOf(problem) === 'mend');

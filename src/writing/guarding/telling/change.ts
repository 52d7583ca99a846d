import type { Problem } from '../guarding-rules.ts';

/** What became of a text that breaks a rule. A text that gives way says to what: "gave way to the heading". */
export type Done = 'left-out' | 'cut' | 'shortened' | 'stays' | `gave way to ${string}`;

/** What was done about one problem of an answer. */
export interface Change {
  readonly problem: Problem;
  readonly done: Done;
  /** The text that stands there now, so that what happens to it later is told of the same place; null for none. */
  readonly became: string | null;
}

/** What one step of a mend did. */
export interface MendStep<Answer> {
  readonly answer: Answer;
  readonly changes: readonly Change[];
}

/** Returns what was done about a problem. */
export const changeOf = (problem: Problem, done: Done, became: string | null = null): Change => ({
  problem,
  done,
  became,
});

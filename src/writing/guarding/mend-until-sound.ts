import { type Mended, type Problem, remedyOf } from './guarding-rules.ts';
import { changeOf, type MendStep } from './telling/change.ts';
import { type MendRound, tellChanges } from './telling/tell-changes.ts';

/** More rounds than any answer has texts to leave out one after the other in practice. */
const MOST_ROUNDS = 24;

export interface MendingRules<Answer> {
  readonly check: (answer: Answer) => readonly Problem[];
  /** Mends what it can of these problems; null when one cannot be mended. */
  readonly step: (answer: Answer, problems: readonly Problem[]) => MendStep<Answer> | null;
}

/** Mends an answer until its checks find only what may be kept; null when that cannot be reached. */
export function mendUntilSound<Answer>(answer: Answer, { check, step }: MendingRules<Answer>): Mended<Answer> | null {
  let current = answer;
  const rounds: MendRound[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const problems = check(current);
    const next = problems.length === 0 ? null : step(current, problems);
    if (next === null || JSON.stringify(next.answer) === JSON.stringify(current)) {
      const told = problems.filter((problem) => remedyOf(problem) !== 'ask');
      if (told.some((problem) => remedyOf(problem) !== 'keep')) return null;
      const kept = { answer: current, changes: told.map((problem) => changeOf(problem, 'stays')) };
      return { answer: current, changes: tellChanges([...rounds, kept]) };
    }
    rounds.push({ answer: current, changes: next.changes });
    current = next.answer;
  }
  return null;
}

/** Returns the indices of a list that problems name by path ("narration[2].text"), with the first problem of each. */
export function problemsByIndex(problems: readonly Problem[], field: string): ReadonlyMap<number, Problem> {
  const found = new Map<number, Problem>();
  for (const problem of problems) {
    const index = problem.path.startsWith(`${field}[`)
      ? /^\d+/u.exec(problem.path.slice(field.length + 1))?.[0]
      : undefined;
    if (index !== undefined && !found.has(Number(index))) found.set(Number(index), problem);
  }
  return found;
}

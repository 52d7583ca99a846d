import type { z } from 'zod';
import { ProviderError } from '../../contract/errors.ts';
import type { ModelUsage } from '../../contract/step-result.ts';
import type { ModelQuestion, ModelTransport } from '../model-transport.ts';
import { sumUsage } from '../sum-usage.ts';
import { askAgain, askAnew, isShownAgain } from './ask-again.ts';
import { type Mended, type Problem, type Remedy, remedyOf } from './guarding-rules.ts';
import { type Judged, judgeAnswer } from './judge-answer.ts';
import { tellProblem } from './telling/tell-problem.ts';

/** A question to a model, and what its answer is held to. */
export interface GuardedQuestion<Answer> {
  readonly transport: ModelTransport;
  readonly question: ModelQuestion;
  readonly schema: z.ZodType<Answer>;
  /** Everything that is wrong with an answer of the right shape; none lets it pass untouched. */
  readonly check: (answer: Answer) => readonly Problem[];
  /** Mends an answer by rule so that `check` finds only what may be kept; null when it cannot be. */
  readonly mend: (answer: Answer, problems: readonly Problem[]) => Mended<Answer> | null;
  /** For errors: who was asked ("Ollama") and for what ("the outline", "the slide “Evaporation”"). */
  readonly describe: { readonly provider: string; readonly what: string };
}

/** An answer that can be used. */
export interface GuardedAnswer<Answer> {
  readonly answer: Answer;
  /** What rules had to mend or let pass; empty when the model's own answer is used as it is. */
  readonly problemsMended: readonly Problem[];
  /** What was done about them, for the user: "the row “…” was cut (too long)". */
  readonly changes: readonly string[];
  readonly usage: ModelUsage;
}

/**
 * Asks a model until its answer can be used: twice, the second time with the list of what is wrong, then mended by
 * rule; a third time where it only said its answer again and no rule can mend that. Throws PROVIDER_BAD_OUTPUT for one
 * that cannot be mended, and what the transport throws.
 */
export async function askGuarded<Answer>(
  guarded: GuardedQuestion<Answer>,
  signal: AbortSignal,
): Promise<GuardedAnswer<Answer>> {
  const { question, transport } = guarded;
  const first = judgeAnswer(guarded, await transport.ask(question, signal));
  const usable = pass(guarded, first, [first], ['tidy']);
  if (usable !== null) return usable;
  const second = await askOnceMore(guarded, askAgain(question, first.said, first.problems), signal);
  const asked = second === null ? [first] : [first, second];
  const best = useBest(guarded, asked);
  if (best !== null) return best;
  // A small model that is shown its answer often only says it again, whatever the list tells.
  const isCopy = second !== null && isShownAgain(first.problems) && saysAgain(first, second);
  const third = isCopy ? await askOnceMore(guarded, askAnew(question, first.problems), signal) : null;
  const anew = third === null ? null : useBest(guarded, [third], [...asked, third]);
  if (anew !== null) return anew;
  throw uselessError(guarded, third ?? second ?? first);
}

/** JSON is laid out now on one line and now on many, also by one model. */
const saysAgain = (before: Judged<unknown>, after: Judged<unknown>): boolean =>
  before.said.text.replace(/\s+/gu, '') === after.said.text.replace(/\s+/gu, '');

/** The answer with the least that is wrong, as it is or mended; null when none can be used. `asked`: all that it cost. */
function useBest<Answer>(
  guarded: GuardedQuestion<Answer>,
  answers: readonly Judged<Answer>[],
  asked: readonly Judged<Answer>[] = answers,
): GuardedAnswer<Answer> | null {
  // Of two answers with as many problems the later one was written with the list at hand.
  const byProblems = [...answers].reverse().sort((a, b) => weightOf(a) - weightOf(b));
  for (const judged of byProblems) {
    const answer = pass(guarded, judged, asked, SILENT) ?? mend(guarded, judged, asked);
    if (answer !== null) return answer;
  }
  return null;
}

/** What users are not told of once the model was asked again. */
const SILENT: readonly Remedy[] = ['tidy', 'ask'];

/** The answer as it is, or with marks tidied that no meaning hangs on; null when more is wrong with it than may be. */
function pass<Answer>(
  guarded: GuardedQuestion<Answer>,
  { answer, problems }: Judged<Answer>,
  asked: readonly Judged<Answer>[],
  mayBe: readonly Remedy[],
): GuardedAnswer<Answer> | null {
  if (answer === null || problems.some((problem) => !mayBe.includes(remedyOf(problem)))) return null;
  const tidied = problems.length === 0 ? answer : guarded.mend(answer, problems)?.answer;
  return tidied === undefined ? null : { answer: tidied, problemsMended: [], changes: [], usage: usageOf(asked) };
}

function mend<Answer>(
  guarded: GuardedQuestion<Answer>,
  { answer, problems }: Judged<Answer>,
  asked: readonly Judged<Answer>[],
): GuardedAnswer<Answer> | null {
  const mended = answer === null ? null : guarded.mend(answer, problems);
  if (mended === null) return null;
  const problemsMended = problems.filter((problem) => !SILENT.includes(remedyOf(problem)));
  return { ...mended, problemsMended, usage: usageOf(asked) };
}

/** What must be mended weighs more than all that may be kept. */
const weightOf = ({ problems }: Judged<unknown>): number =>
  problems.reduce((sum, problem) => sum + (remedyOf(problem) === 'mend' ? 1_000 : 1), 0);

/** Another answer; null when the question with the list has no room in the model's context. */
async function askOnceMore<Answer>(
  guarded: GuardedQuestion<Answer>,
  question: ModelQuestion,
  signal: AbortSignal,
): Promise<Judged<Answer> | null> {
  try {
    return judgeAnswer(guarded, await guarded.transport.ask(question, signal));
  } catch (error) {
    if (error instanceof ProviderError && error.code === 'CONTEXT_EXCEEDED') return null;
    throw error;
  }
}

const usageOf = (asked: readonly Judged<unknown>[]): ModelUsage =>
  sumUsage(asked.map(({ said }) => ({ ...said, requests: 1 })));

/** What is wrong comes first: a narrow screen shows no more. */
function uselessError<Answer>(
  { describe, question }: GuardedQuestion<Answer>,
  { problems }: Judged<Answer>,
): ProviderError {
  const worst = problems.find((problem) => remedyOf(problem) === 'mend') ?? problems[0];
  const reason = worst === undefined ? 'the answer has no use' : tellProblem(worst);
  return new ProviderError(
    'PROVIDER_BAD_OUTPUT',
    `${reason.charAt(0).toUpperCase()}${reason.slice(1)}: the model "${question.model}" of ${describe.provider.replace(/^The /u, 'the ')} wrote ${describe.what} so, also when asked again; try again, or choose another model.`,
    { provider: describe.provider },
  );
}

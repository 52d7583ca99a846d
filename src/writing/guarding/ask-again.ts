import type { ModelAnswer, ModelMessage, ModelQuestion } from '../model-transport.ts';
import { type Problem, type Remedy, remedyOf } from './guarding-rules.ts';

const MOST_SHOWN_CHARACTERS = 6_000;
/** A line tells all that is wrong in one place. */
const MOST_LINES = 12;
const SEEDS = 2 ** 31 - 1;
const OTHER_SEED = 1_000_003;

/**
 * Returns the question that asks a model to mend its answer: the same messages, so that what the server has read of them
 * is used again, then the answer and what is wrong with it. An answer that breaks off or is no JSON is not shown: a small
 * model would go on with it.
 */
export function askAgain(question: ModelQuestion, answer: ModelAnswer, problems: readonly Problem[]): ModelQuestion {
  if (!isShownAgain(problems)) return askAnew(question, problems);
  return {
    ...question,
    messages: [
      ...question.messages,
      { role: 'assistant', content: answer.text.slice(0, MOST_SHOWN_CHARACTERS) },
      {
        role: 'user',
        content: `That answer cannot be used:\n${describeProblems(problems)}\nAnswer again, whole, as compact JSON, with these things set right and the rest as it was.`,
      },
    ],
    // A calmer hand follows a list; an answer that got stuck needs another start instead.
    temperature: question.temperature / 2,
    seed: (question.seed + OTHER_SEED) % SEEDS,
  };
}

/** Whether a model that is asked again sees its answer. */
export const isShownAgain = (problems: readonly Problem[]): boolean =>
  !problems.some(({ rule }) => rule === 'empty' || rule === 'cut-short' || rule === 'no-json');

/** Returns the question with what was wrong before, and without the answer that was: nothing is there to be copied. */
export function askAnew(question: ModelQuestion, problems: readonly Problem[]): ModelQuestion {
  const list = `An answer to this could not be used:\n${describeProblems(problems)}\nWrite another one, whole, as compact JSON, with none of these faults.`;
  const isCut = problems.some(({ rule }) => rule === 'cut-short');
  return {
    ...question,
    messages: withLastAdded(question.messages, list),
    seed: (question.seed + 2 * OTHER_SEED) % SEEDS,
    maxAnswerTokens: isCut ? Math.ceil(question.maxAnswerTokens * 1.5) : question.maxAnswerTokens,
  };
}

/** What refuses an answer stands before what may stay. */
const URGENCY: Readonly<Record<Remedy, number>> = { mend: 0, keep: 1, ask: 2, tidy: 3 };

function describeProblems(problems: readonly Problem[]): string {
  const byPath = new Map<string, string[]>();
  for (const { message, path } of listWorthAsking(problems)) byPath.set(path, [...(byPath.get(path) ?? []), message]);
  return [...byPath]
    .slice(0, MOST_LINES)
    .map(([path, messages]) => `- ${path === '' ? '' : `${path}: `}${messages.join('; ')}`)
    .join('\n');
}

/**
 * The gravest first, and no marks that are tidied anyway: each line more is one that a small model mends instead of
 * another.
 */
function listWorthAsking(problems: readonly Problem[]): Problem[] {
  const toMend = problems.filter((problem) => remedyOf(problem) !== 'tidy');
  const urgencyOf = (problem: Problem): number => URGENCY[remedyOf(problem)];
  return [...(toMend.length > 0 ? toMend : problems)].sort((a, b) => urgencyOf(a) - urgencyOf(b));
}

/** Two messages of one role in a row are an error for the templates of some models, so the words join the last one. */
function withLastAdded(messages: readonly ModelMessage[], text: string): ModelMessage[] {
  const last = messages.at(-1);
  if (last === undefined || last.role !== 'user') return [...messages, { role: 'user', content: text }];
  return [...messages.slice(0, -1), { role: 'user', content: `${last.content}\n\n${text}` }];
}

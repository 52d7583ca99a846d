import type { ModelAnswer, ModelMessage, ModelQuestion } from '../model-transport.ts';
import type { Problem } from './guarding-rules.ts';

const MOST_SHOWN_CHARACTERS = 6_000;
const MOST_PROBLEMS = 12;
const SEEDS = 2 ** 31 - 1;
const OTHER_SEED = 1_000_003;

/**
 * Returns the question that asks a model to mend its answer: the same messages, so that what the server has read of them
 * is used again, then the answer and what is wrong with it. An answer that breaks off or is no JSON is not shown: a small
 * model would go on with it.
 */
export function askAgain(question: ModelQuestion, answer: ModelAnswer, problems: readonly Problem[]): ModelQuestion {
  const isReadable = !problems.some(({ rule }) => rule === 'empty' || rule === 'cut-short' || rule === 'no-json');
  const list = describeProblems(problems);
  const isCut = problems.some(({ rule }) => rule === 'cut-short');
  return {
    ...question,
    messages: isReadable
      ? [
          ...question.messages,
          { role: 'assistant', content: answer.text.slice(0, MOST_SHOWN_CHARACTERS) },
          { role: 'user', content: list },
        ]
      : withLastAdded(question.messages, list),
    // A calmer hand follows a list; an answer that got stuck needs another start instead.
    temperature: isReadable ? question.temperature / 2 : question.temperature,
    seed: (question.seed + OTHER_SEED) % SEEDS,
    maxAnswerTokens: isCut ? Math.ceil(question.maxAnswerTokens * 1.5) : question.maxAnswerTokens,
  };
}

function describeProblems(problems: readonly Problem[]): string {
  const lines = problems
    .slice(0, MOST_PROBLEMS)
    .map(({ path, message }) => `- ${path === '' ? '' : `${path}: `}${message}`);
  return `That answer cannot be used:\n${lines.join('\n')}\nAnswer again, whole, as compact JSON, with these things set right and the rest as it was.`;
}

/** Two messages of one role in a row are an error for the templates of some models, so the words join the last one. */
function withLastAdded(messages: readonly ModelMessage[], text: string): ModelMessage[] {
  const last = messages.at(-1);
  if (last === undefined || last.role !== 'user') return [...messages, { role: 'user', content: text }];
  return [...messages.slice(0, -1), { role: 'user', content: `${last.content}\n\n${text}` }];
}

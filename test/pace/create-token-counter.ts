import { type AnswerHook, promptOf } from '../services/ollama/compose-answer.ts';
import { readLectureQuestion } from '../services/ollama/lectures/lecture-question.ts';
import { splitTokens } from '../services/ollama/split-tokens.ts';
import type { CallTokens, LectureTokens } from './ideal-duration.ts';

/** An answer hook that counts what goes through it. */
export interface TokenCounter {
  readonly answer: AnswerHook;
  /** The calls since the last time, as one lecture. Scripts and tags are paired by their order: only sums matter. */
  readonly takeLecture: () => LectureTokens;
}

/** Counts the tokens of the calls that `answer` answers, as the server itself counts them. */
export function createTokenCounter(answer: AnswerHook): TokenCounter {
  let counted: { readonly kind: string; readonly tokens: CallTokens }[] = [];
  return {
    answer: (request) => {
      const question = readLectureQuestion(request);
      const value = answer(request);
      if (question !== null) {
        const promptTokens = splitTokens(promptOf(request)).length;
        // The end of the text is a token of its own.
        const answerTokens = splitTokens(JSON.stringify(value)).length + 1;
        counted.push({ kind: question.kind, tokens: { promptTokens, answerTokens } });
      }
      return value;
    },
    takeLecture: () => {
      const tokensOf = (kind: string) => counted.filter((call) => call.kind === kind).map(({ tokens }) => tokens);
      const [outline] = tokensOf('outline');
      const tags = tokensOf('tags');
      if (outline === undefined) throw new Error('No outline was asked for.');
      const slides = tokensOf('slide').map((script, index) => {
        const own = tags[index];
        if (own === undefined) throw new Error(`Script ${index + 1} has no tags.`);
        return { script, tags: own };
      });
      counted = [];
      return { outline, slides };
    },
  };
}

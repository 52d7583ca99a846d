import { type AnswerHook, promptOf } from '../services/ollama/compose-answer.ts';
import { readLectureQuestion } from '../services/ollama/lectures/lecture-question.ts';
import { splitTokens } from '../services/ollama/split-tokens.ts';
import type { CallTokens, LectureTokens } from './ideal-duration.ts';

/** An answer hook that counts what goes through it. */
export interface TokenCounter {
  readonly answer: AnswerHook;
  /** The calls since the last time, as one lecture. Scripts and tags are paired by their order: only sums matter. */
  readonly takeLecture: () => LectureTokens & {
    /** Characters that the prompts of all scripts have in common at their front. */
    readonly sharedPrefixChars: number;
  };
}

/** Counts the tokens of the calls that `answer` answers, as the server itself counts them. */
export function createTokenCounter(answer: AnswerHook): TokenCounter {
  let counted: { readonly kind: string; readonly prompt: string; readonly tokens: CallTokens }[] = [];
  return {
    answer: (request) => {
      const question = readLectureQuestion(request);
      const value = answer(request);
      if (question !== null) {
        const prompt = promptOf(request);
        const promptTokens = splitTokens(prompt).length;
        // The end of the text is a token of its own.
        const answerTokens = splitTokens(JSON.stringify(value)).length + 1;
        counted.push({ kind: question.kind, prompt, tokens: { promptTokens, answerTokens } });
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
      const prompts = counted.filter(({ kind }) => kind === 'slide').map(({ prompt }) => prompt);
      counted = [];
      return { outline, slides, sharedPrefixChars: commonFrontOf(prompts) };
    },
  };
}

function commonFrontOf([first = '', ...others]: readonly string[]): number {
  let length = first.length;
  while (others.some((other) => !other.startsWith(first.slice(0, length)))) length -= 1;
  return length;
}

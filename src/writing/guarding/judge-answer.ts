import type { z } from 'zod';
import type { ModelAnswer } from '../model-transport.ts';
import type { Problem } from './guarding-rules.ts';
import { quoteExcerpt } from './quote-excerpt.ts';
import { readAnswer } from './read-answer.ts';

/** An answer with all that is wrong with it. */
export interface Judged<Answer> {
  readonly said: ModelAnswer;
  /** Null when it has not the shape. */
  readonly answer: Answer | null;
  readonly problems: readonly Problem[];
}

/** Returns what an answer is worth: its shape first, then all that is wrong with what it says. */
export function judgeAnswer<Answer>(
  { check, schema }: { readonly check: (answer: Answer) => readonly Problem[]; readonly schema: z.ZodType<Answer> },
  said: ModelAnswer,
): Judged<Answer> {
  const value = readAnswer(said.text);
  const whole = problemOfWhole(said, value);
  if (whole !== null) return { said, answer: null, problems: [whole] };
  const parsed = schema.safeParse(value);
  if (parsed.success) return { said, answer: parsed.data, problems: check(parsed.data) };
  const problems = parsed.error.issues.map(
    ({ message, path }): Problem => ({ path: writePath(path), rule: 'shape', message }),
  );
  return { said, answer: null, problems };
}

function problemOfWhole({ finish, text }: ModelAnswer, value: unknown): Problem | null {
  if (text.trim() === '') return { path: '', rule: 'empty', message: 'the answer is empty' };
  if (finish === 'length') {
    return { path: '', rule: 'cut-short', message: `the answer is too long and breaks off at ${tailOf(text)}` };
  }
  if (value !== null) return null;
  return { path: '', rule: 'no-json', message: `the answer ${quoteExcerpt(text)} is no whole JSON object` };
}

const tailOf = (text: string): string => quoteExcerpt([...text].slice(-40).join(''));

/** "slides[2].heading" for ["slides", 2, "heading"]. */
function writePath(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./u, '');
}

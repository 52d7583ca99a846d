import { z } from 'zod';
import { ERROR_CODES, type ErrorCode, isErrorCode } from '../contract/error-codes.ts';
import { InputError } from '../contract/errors.ts';

const answerSchema = z.union([
  z.strictObject({ kind: z.literal('done'), value: z.unknown() }),
  z.strictObject({
    kind: z.literal('refused'),
    code: z.custom<ErrorCode>(isErrorCode, `one of ${Object.keys(ERROR_CODES).join(', ')}`),
    message: z.string(),
  }),
]);

/** What work in another thread or process came to, in a form that survives the way. */
export type WorkAnswer = z.infer<typeof answerSchema>;

/** Returns the answer of `work`. An InputError becomes a refusal, since a class does not survive the way; the rest is thrown. */
export async function answerWork(work: () => Promise<unknown>): Promise<WorkAnswer> {
  try {
    return { kind: 'done', value: await work() };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { kind: 'refused', code: error.code, message: error.message };
  }
}

/** Returns the value of an answer, or throws the InputError that it carries. */
export function takeWorkAnswer(sent: unknown): unknown {
  const answer = answerSchema.parse(sent);
  if (answer.kind === 'done') return answer.value;
  throw new InputError(answer.code, answer.message);
}

import { z } from 'zod';
import { BrokenAnswer } from '../broken-answer.ts';
import { type OpenAiDoor, openAiCallOf } from './openai-door.ts';
import { sendOpenAi } from './send-openai.ts';
import { toOpenAiError } from './to-openai-error.ts';

/** A list comes at once, however long the answers of a model take. */
const ANSWER_WITHIN_MS = 15_000;

const listSchema = z.object({ data: z.array(z.object({ id: z.string().min(1) })) });

/** Returns the models that a server lists, in its order. Throws by `toOpenAiError`; the key is in no error. */
export async function listOpenAiModels(door: OpenAiDoor, signal: AbortSignal): Promise<readonly string[]> {
  try {
    const until = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]);
    const { response } = await sendOpenAi(door, { path: 'models', body: undefined }, until);
    return readList(await response.text());
  } catch (error) {
    throw toOpenAiError(openAiCallOf(door), error, signal);
  }
}

function readList(text: string): readonly string[] {
  try {
    return listSchema.parse(JSON.parse(text)).data.map(({ id }) => id);
  } catch (error) {
    throw new BrokenAnswer('garbled', 'with something that is no list of models', { cause: error });
  }
}

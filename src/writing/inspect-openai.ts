import { listOpenAiModels } from './openai/list-openai-models.ts';
import { type OpenAiDoor, openAiCallOf } from './openai/openai-door.ts';
import { toOpenAiError } from './openai/to-openai-error.ts';

const ANSWER_WITHIN_MS = 15_000;

/** Returns the models that an OpenAI-compatible server lists. Throws what a call to it throws; the key is in no error. */
export async function inspectOpenAi(door: OpenAiDoor, signal: AbortSignal): Promise<readonly string[]> {
  const until = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]);
  try {
    return await listOpenAiModels(door, until);
  } catch (error) {
    throw toOpenAiError(openAiCallOf(door), error, signal);
  }
}

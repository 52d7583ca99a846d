import { listOpenAiModels } from './openai/list-openai-models.ts';
import { type OpenAiDoor, openAiCallOf } from './openai/openai-door.ts';
import { toOpenAiError } from './openai/to-openai-error.ts';

/** Returns the models that an OpenAI-compatible server lists. Throws what a call to it throws; the key is in no error. */
export async function inspectOpenAi(door: OpenAiDoor, signal: AbortSignal): Promise<readonly string[]> {
  try {
    return await listOpenAiModels(door, signal);
  } catch (error) {
    throw toOpenAiError(openAiCallOf(door), error, signal);
  }
}

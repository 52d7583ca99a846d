import { listOpenAiModels } from './openai/list-openai-models.ts';
import { type OpenAiDoor, openAiCallOf } from './openai/openai-door.ts';
import { prepareOpenAiModel } from './openai/prepare-openai-model.ts';
import { toOpenAiError } from './openai/to-openai-error.ts';

/** Returns the models that an OpenAI-compatible server lists. Throws what a call to it throws; the key is in no error. */
export async function inspectOpenAi(door: OpenAiDoor, signal: AbortSignal): Promise<readonly string[]> {
  try {
    return await listOpenAiModels(door, signal);
  } catch (error) {
    throw toOpenAiError(openAiCallOf(door), error, signal);
  }
}

/**
 * Checks that an OpenAI-compatible server has a model to write with: the one that is named, or any where that is null.
 * Throws MODEL_MISSING and what a call to it throws.
 */
export async function assertOpenAiModel(door: OpenAiDoor, model: string | null, signal: AbortSignal): Promise<void> {
  await prepareOpenAiModel(door, { model, mayPull: false }, signal);
}

import { listOpenAiModels } from './openai/list-openai-models.ts';
import type { OpenAiDoor } from './openai/openai-door.ts';

/** Returns the models that an OpenAI-compatible server lists. Throws what a call to it throws; the key is in no error. */
export function inspectOpenAi(door: OpenAiDoor, signal: AbortSignal): Promise<readonly string[]> {
  return listOpenAiModels(door, signal);
}

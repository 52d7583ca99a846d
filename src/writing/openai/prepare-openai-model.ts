import { ProviderError } from '../../contract/errors.ts';
import { describeProvider } from '../../platform/provider-call.ts';
import type { ReadyModel, WantedModel } from '../writer.ts';
import { listOpenAiModels } from './list-openai-models.ts';
import { type OpenAiDoor, openAiCallOf } from './openai-door.ts';
import { toOpenAiError } from './to-openai-error.ts';

const MOST_NAMED = 5;

/**
 * Returns the model that a server has under the wanted name, else the first that it lists; such a server loads its models
 * itself. Somebody named its address, so nobody there is a failure too. Throws MODEL_MISSING and what the wire throws.
 */
export async function prepareOpenAiModel(
  door: OpenAiDoor,
  wanted: WantedModel,
  signal: AbortSignal,
): Promise<ReadyModel> {
  const models = await findModels(door, signal);
  // LM Studio lists its embedding models among the others, and those write nothing.
  const model = wanted.model ?? models.find((name) => !/embed/i.test(name)) ?? null;
  if (model !== null && models.includes(model)) return { model, digest: null, warnings: [] };
  throw missingError(door, wanted.model, models);
}

async function findModels(door: OpenAiDoor, signal: AbortSignal): Promise<readonly string[]> {
  try {
    return await listOpenAiModels(door, signal);
  } catch (error) {
    throw toOpenAiError(openAiCallOf(door), error, signal);
  }
}

function missingError(door: OpenAiDoor, wanted: string | null, models: readonly string[]): Error {
  const call = openAiCallOf(door);
  const named = models.slice(0, MOST_NAMED).map((name) => `"${name}"`);
  const more = models.length > MOST_NAMED ? ` and ${models.length - MOST_NAMED} more` : '';
  const there = models.length === 0 ? 'it has none' : `it has ${named.join(', ')}${more}`;
  const lacks = wanted === null ? 'has no model that writes' : `has no model "${wanted}"`;
  return new ProviderError(
    'MODEL_MISSING',
    `${describeProvider(call)} ${lacks}: ${there}; load it there or choose another one.`,
    {
      provider: call.provider,
    },
  );
}

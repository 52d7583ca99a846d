import { ProviderError } from '../../contract/errors.ts';
import { askOllama } from './ask-ollama.ts';
import { type InstalledModel, listOllamaModels } from './list-ollama-models.ts';
import type { OllamaDoor } from './ollama-door.ts';
import type { OllamaSetup } from './ollama-setup.ts';
import { DEFAULT_OLLAMA_MODEL, orderOllamaModels, withTag } from './order-ollama-models.ts';
import { readOllamaModel } from './read-ollama-model.ts';

/** What an Ollama would write with. */
export type ModelChoice =
  | { readonly kind: 'installed'; readonly model: InstalledModel }
  /** `name` is what to download. */
  | { readonly kind: 'missing'; readonly name: string; readonly installed: readonly InstalledModel[] };

/**
 * Returns the model that was asked for, else that of LECTRA_MODEL, else the best known one that is installed and can write.
 * Throws PROVIDER_UNSUITABLE for a named model that cannot write, and what a call to Ollama throws.
 */
export async function chooseOllamaModel(
  setup: OllamaDoor & Pick<OllamaSetup, 'defaultModel'>,
  wanted: string | null,
  signal: AbortSignal,
): Promise<ModelChoice> {
  const installed = await listOllamaModels(setup, signal);
  const named = wanted ?? setup.defaultModel;
  if (named !== null) {
    const model = installed.find(({ name }) => withTag(name) === withTag(named));
    if (model === undefined) return { kind: 'missing', name: named, installed };
    await assertWrites(setup, model, signal);
    return { kind: 'installed', model };
  }
  for (const model of orderOllamaModels(installed)) {
    if (await canWrite(setup, model, signal)) return { kind: 'installed', model };
  }
  return { kind: 'missing', name: DEFAULT_OLLAMA_MODEL, installed };
}

async function assertWrites(setup: OllamaDoor, model: InstalledModel, signal: AbortSignal): Promise<void> {
  if (!model.isRemote && (await canWrite(setup, model, signal))) return;
  const why = model.isRemote ? 'runs in the cloud of Ollama, which obeys no schema' : 'makes no text';
  throw new ProviderError(
    'PROVIDER_UNSUITABLE',
    `The model "${model.name}" of Ollama at ${setup.url.host} ${why}; choose another one, such as --model ${DEFAULT_OLLAMA_MODEL}.`,
    { provider: 'Ollama' },
  );
}

/** An Ollama that does not tell what a model can is believed; https://docs.ollama.com/api#show-model-information. */
async function canWrite(setup: OllamaDoor, { name }: InstalledModel, signal: AbortSignal): Promise<boolean> {
  const { capabilities } = await askOllama(setup, (client) => readOllamaModel(client, name), signal, name);
  return capabilities.length === 0 || capabilities.includes('completion');
}

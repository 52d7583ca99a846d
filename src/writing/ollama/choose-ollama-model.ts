import { ProviderError } from '../../contract/errors.ts';
import { askOllama } from './ask-ollama.ts';
import { type InstalledModel, listOllamaModels } from './list-ollama-models.ts';
import type { OllamaDoor } from './ollama-door.ts';
import type { OllamaSetup } from './ollama-setup.ts';
import { DEFAULT_OLLAMA_MODEL, orderOllamaModels, withTag } from './order-ollama-models.ts';
import { type OllamaModelFacts, readOllamaModel } from './read-ollama-model.ts';

/** A model that can write, with what Ollama knows of it: read once, for its load and its measures too. */
export interface ChosenModel extends InstalledModel {
  readonly facts: OllamaModelFacts;
}

/** What an Ollama would write with. */
export type ModelChoice =
  | { readonly kind: 'installed'; readonly model: ChosenModel }
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
    return { kind: 'installed', model: await chooseNamed(setup, model, signal) };
  }
  for (const model of orderOllamaModels(installed)) {
    const facts = await readFacts(setup, model, signal);
    if (canWrite(facts)) return { kind: 'installed', model: { ...model, facts } };
  }
  return { kind: 'missing', name: DEFAULT_OLLAMA_MODEL, installed };
}

async function chooseNamed(setup: OllamaDoor, model: InstalledModel, signal: AbortSignal): Promise<ChosenModel> {
  const facts = model.isRemote ? null : await readFacts(setup, model, signal);
  if (facts !== null && canWrite(facts)) return { ...model, facts };
  const why = model.isRemote ? 'runs in the cloud of Ollama, which obeys no schema' : 'makes no text';
  throw new ProviderError(
    'PROVIDER_UNSUITABLE',
    `The model "${model.name}" of Ollama at ${setup.url.host} ${why}; choose another one, such as --model ${DEFAULT_OLLAMA_MODEL}.`,
    { provider: 'Ollama' },
  );
}

const readFacts = (setup: OllamaDoor, { name }: InstalledModel, signal: AbortSignal): Promise<OllamaModelFacts> =>
  askOllama(setup, (client) => readOllamaModel(client, name), signal, name);

/** An Ollama that does not tell what a model can is believed; https://docs.ollama.com/api#show-model-information. */
const canWrite = ({ capabilities }: OllamaModelFacts): boolean =>
  capabilities.length === 0 || capabilities.includes('completion');

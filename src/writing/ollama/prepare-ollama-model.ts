import type { Warning } from '../../contract/step-result.ts';
import { providerOutputError } from '../../platform/provider-output-error.ts';
import type { ModelProgress, ReadyModel, WantedModel } from '../writer.ts';
import { assertOllamaVersion } from './assert-ollama-version.ts';
import { type ChosenModel, chooseOllamaModel } from './choose-ollama-model.ts';
import type { InstalledModel } from './list-ollama-models.ts';
import { loadOllamaModel } from './load-ollama-model.ts';
import { missingOllamaModel } from './missing-ollama-model.ts';
import { callOf } from './ollama-door.ts';
import type { OllamaSetup } from './ollama-setup.ts';
import { isSingleSlotFamily } from './order-ollama-models.ts';
import { pullOllamaModel } from './pull-ollama-model.ts';

/**
 * Makes a model ready to write: finds or starts Ollama, chooses the model, downloads it if that is allowed, and loads it.
 * Null when no Ollama is there. Throws PROVIDER_UNSUITABLE for one that is too old or a model that cannot write,
 * MODEL_MISSING, and what calls to Ollama throw.
 */
export async function prepareOllamaModel(
  setup: OllamaSetup,
  wanted: WantedModel,
  report: (progress: ModelProgress) => void,
  signal: AbortSignal,
): Promise<ReadyModel | null> {
  const tell = (what: string) => report({ what, doneBytes: null, totalBytes: null });
  const version = await setup.server.ensure(() => tell('Starting Ollama'), signal);
  if (version === null) return null;
  assertOllamaVersion(setup.url, version);
  const model = await findOrPull(setup, wanted, report, signal);
  tell(`Loading ${model.name}`);
  await loadOllamaModel(setup, model, signal);
  return { model: model.name, digest: model.digest, warnings: warningsOf(model) };
}

async function findOrPull(
  setup: OllamaSetup,
  wanted: WantedModel,
  report: (progress: ModelProgress) => void,
  signal: AbortSignal,
): Promise<ChosenModel> {
  const choice = await chooseOllamaModel(setup, wanted.model, signal);
  if (choice.kind === 'installed') return choice.model;
  if (!wanted.mayPull) throw missingOllamaModel(setup, choice);
  await pullOllamaModel(setup, choice.name, report, signal);
  const pulled = await chooseOllamaModel(setup, choice.name, signal);
  if (pulled.kind === 'installed') return pulled.model;
  throw providerOutputError(
    callOf(setup, choice.name),
    `it does not list "${choice.name}", which it has just downloaded`,
  );
}

function warningsOf({ family, name }: InstalledModel): readonly Warning[] {
  if (!isSingleSlotFamily(family)) return [];
  return [
    {
      code: 'MODEL_SINGLE_SLOT',
      message: `Ollama serves the model ${name} (${family}) one call at a time, so slides are written one after the other; llama3.1:8b or qwen3:8b write at once.`,
    },
  ];
}

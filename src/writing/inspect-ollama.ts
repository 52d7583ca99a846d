import type { ModelAgent } from './model-agent.ts';
import { assertOllamaVersion } from './ollama/assert-ollama-version.ts';
import { type ChosenModel, chooseOllamaModel, type ModelChoice } from './ollama/choose-ollama-model.ts';
import { canStartAt, findOllamaProgram } from './ollama/create-ollama-server.ts';
import { findOllama } from './ollama/find-ollama.ts';
import { type InstalledModel, listOllamaModels } from './ollama/list-ollama-models.ts';
import { loadOllamaModel } from './ollama/load-ollama-model.ts';
import { measureSlots } from './ollama/measure-slots.ts';
import { missingOllamaModel } from './ollama/missing-ollama-model.ts';
import { isSingleSlotFamily } from './ollama/order-ollama-models.ts';
import { type LoadedModel, readLoadedModel } from './ollama/read-loaded-model.ts';

/** Which Ollama to look at. */
export interface OllamaInspection {
  readonly url: URL;
  readonly agent: ModelAgent;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** The program that the user names; null looks for `ollama` on `searchPath`. */
  readonly programPath: string | null;
  readonly searchPath: string;
  /** The model that a run would name; null leaves the choice to what is installed. */
  readonly model: string | null;
  readonly contextTokens: number;
}

/** What is there without starting or loading anything. */
export type OllamaFindings =
  /** `program`: what a run would start; null without one, or where nothing can be started. */
  | { readonly state: 'silent'; readonly program: string | null }
  | {
      readonly state: 'running';
      readonly version: string;
      readonly models: readonly InstalledModel[];
      readonly choice: ModelChoice;
    };

/** How a loaded model works. */
export interface ModelMeasure extends LoadedModel {
  /** Calls that are answered at the same time, out of those that were made. */
  readonly slots: number;
  /** True for a model that thinks before each answer and cannot leave it. */
  readonly thinks: boolean;
  /** True for an architecture that Ollama serves one call at a time, whatever it is told. */
  readonly isSingleSlot: boolean;
}

/**
 * Looks at an Ollama: who answers, which models it has, which one would write. Throws as `findOllama` does,
 * PROVIDER_UNSUITABLE for one that is too old, ENGINE_MISSING for a program that cannot be run.
 */
export async function inspectOllama(input: OllamaInspection, signal: AbortSignal): Promise<OllamaFindings> {
  const version = await findOllama(input, signal);
  if (version === null) {
    const program = await findOllamaProgram(input);
    return { state: 'silent', program: canStartAt(input.url) ? program : null };
  }
  assertOllamaVersion(input.url, version);
  const choice = await chooseOllamaModel({ ...input, defaultModel: input.model }, null, signal);
  return { state: 'running', version, models: await listOllamaModels(input, signal), choice };
}

/**
 * Throws MODEL_MISSING, as a run would, for findings of an Ollama that lacks the model; one that is still to be started
 * may have it.
 */
export function assertOllamaModel(input: OllamaInspection, findings: OllamaFindings): void {
  if (findings.state === 'running' && findings.choice.kind === 'missing')
    throw missingOllamaModel(input, findings.choice);
}

/** Loads a model and measures how it works; takes seconds, without a graphics card up to minutes. Throws by the wire. */
export async function measureOllama(
  input: OllamaInspection,
  { calls, model }: { readonly calls: number; readonly model: ChosenModel },
  signal: AbortSignal,
): Promise<ModelMeasure> {
  const { facts, name } = model;
  await loadOllamaModel(input, model, signal);
  const slots = await measureSlots(input, { calls, model }, signal);
  const loaded = await readLoadedModel(input, name, signal);
  return {
    gpuShare: loaded?.gpuShare ?? null,
    contextTokens: loaded?.contextTokens ?? null,
    slots,
    thinks: facts.think !== false,
    isSingleSlot: isSingleSlotFamily(facts.family),
  };
}

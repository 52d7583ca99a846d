import type { InstalledModel } from './list-ollama-models.ts';

/** Non-thinking, many slots, English and Hindi: https://ollama.com/library/llama3.1. */
export const DEFAULT_OLLAMA_MODEL = 'llama3.1:8b';

/** Beginnings of names, best first; all but the last one keep to a schema and answer without thinking. */
const KNOWN_GOOD = [
  'llama3.1:8b',
  'qwen3:8b',
  'qwen3:4b-instruct',
  'gemma3:12b',
  'gemma3:4b',
  'mistral-small',
  'ministral-3',
  'gemma3',
  'qwen3:',
  'llama3.1:',
  'gemma4',
  'qwen2.5:',
  'llama3.3',
  'llama3.2:',
  'llama3:',
  'phi4',
] as const;
/** Thinks before every answer and cannot be stopped. */
const LAST_RESORT = 'gpt-oss';

/** Architectures that Ollama serves one request at a time, whatever OLLAMA_NUM_PARALLEL says (its server/sched.go). */
const SINGLE_SLOT_FAMILY = /^(?:mllama|qwen3vl\w*|qwen35\w*|qwen3next|lfm2\w*|nemotron_h\w*)$/;

/** True for an architecture that Ollama never lets write two slides at once. */
export function isSingleSlotFamily(family: string | null): boolean {
  return family !== null && SINGLE_SLOT_FAMILY.test(family);
}

/** Returns the name with its tag: `llama3.1` is `llama3.1:latest`. A host may have a port, so only the last part counts. */
export function withTag(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).includes(':') ? name : `${name}:latest`;
}

/** Returns the models of this machine in the order in which to take one: known good ones, others, slow ones; else by name. */
export function orderOllamaModels(models: readonly InstalledModel[]): readonly InstalledModel[] {
  const ranked = models.filter((model) => !model.isRemote).map((model) => ({ model, rank: rankOf(model) }));
  return ranked.toSorted((a, b) => a.rank - b.rank || (a.model.name < b.model.name ? -1 : 1)).map(({ model }) => model);
}

function rankOf({ family, name }: InstalledModel): number {
  if (isSingleSlotFamily(family)) return KNOWN_GOOD.length + 1;
  if (name.startsWith(LAST_RESORT)) return KNOWN_GOOD.length + 2;
  const place = KNOWN_GOOD.findIndex((beginning) => name.startsWith(beginning));
  return place === -1 ? KNOWN_GOOD.length : place;
}

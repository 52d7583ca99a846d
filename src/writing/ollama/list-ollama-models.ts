import { z } from 'zod';
import { askOllama, checkAnswer } from './ask-ollama.ts';
import type { OllamaDoor } from './ollama-door.ts';

const rowSchema = z.looseObject({
  name: z.string().min(1),
  digest: z.string().nullish(),
  size: z.number().nullish(),
  /** Set where the model runs in Ollama's cloud. */
  remote_host: z.string().nullish(),
  details: z.looseObject({ family: z.string().nullish() }).nullish(),
});

const listSchema = z.looseObject({ models: z.array(rowSchema).nullish() });

/** A model that an Ollama has. */
export interface InstalledModel {
  /** With its tag, as Ollama writes it. */
  readonly name: string;
  readonly digest: string | null;
  readonly sizeBytes: number | null;
  /** The architecture, such as "llama"; null when it is not told. */
  readonly family: string | null;
  /** True for one that runs in Ollama's cloud, where no schema is obeyed. */
  readonly isRemote: boolean;
}

/** Returns the models that an Ollama has, by name. */
export async function listOllamaModels(door: OllamaDoor, signal: AbortSignal): Promise<readonly InstalledModel[]> {
  const { models } = await askOllama(
    door,
    async (client) => checkAnswer(listSchema, await client.list(), 'a list of models'),
    signal,
  );
  return (models ?? [])
    .map((row) => ({
      name: row.name,
      digest: row.digest ?? null,
      sizeBytes: row.size ?? null,
      family: row.details?.family ?? null,
      isRemote: (row.remote_host ?? '') !== '' || /[:-]cloud$/.test(row.name),
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

import { z } from 'zod';
import { askOllama, checkAnswer } from './ask-ollama.ts';
import type { OllamaDoor } from './ollama-door.ts';

const loadedSchema = z.object({
  models: z
    .array(
      z.object({
        name: z.string(),
        size: z.number().nullish(),
        size_vram: z.number().nullish(),
        context_length: z.number().nullish(),
      }),
    )
    .nullish(),
});

/** A model in memory. */
export interface LoadedModel {
  /** 0 on the processor alone, 1 on graphics cards alone; null when it is not told. */
  readonly gpuShare: number | null;
  /** Of one call; null when it is not told (before 0.11). */
  readonly contextTokens: number | null;
}

/** Returns what `/api/ps` tells of a model; null when it is not loaded. Throws by `toOllamaError`. */
export async function readLoadedModel(
  door: OllamaDoor,
  model: string,
  signal: AbortSignal,
): Promise<LoadedModel | null> {
  const { models } = await askOllama(
    door,
    async (client) => checkAnswer(loadedSchema, await client.ps(), 'a list of loaded models'),
    signal,
  );
  const row = models?.find(({ name }) => name === model);
  if (row === undefined) return null;
  const { context_length: contextTokens, size, size_vram: gpuBytes } = row;
  const isKnown = size != null && size > 0 && gpuBytes != null;
  return { gpuShare: isKnown ? Math.min(1, gpuBytes / size) : null, contextTokens: contextTokens ?? null };
}

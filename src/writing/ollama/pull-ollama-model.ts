import type { Ollama } from 'ollama';
import { z } from 'zod';
import { ProviderError } from '../../contract/errors.ts';
import { BrokenAnswer } from '../broken-answer.ts';
import type { ModelProgress } from '../writer.ts';
import { askOllama, checkAnswer } from './ask-ollama.ts';
import type { OllamaDoor } from './ollama-door.ts';

const partSchema = z.looseObject({
  digest: z.string().nullish(),
  total: z.number().nullish(),
  completed: z.number().nullish(),
});

/**
 * Downloads a model; what is there of it already is kept, also after an abort, which stops the download. Throws
 * MODEL_MISSING for a name that Ollama's library does not know, and what a call to Ollama throws.
 */
export async function pullOllamaModel(
  door: OllamaDoor,
  model: string,
  report: (progress: ModelProgress) => void,
  signal: AbortSignal,
): Promise<void> {
  const what = `Downloading ${model}`;
  const parts = new Map<string, { readonly doneBytes: number; readonly totalBytes: number }>();
  report({ what, doneBytes: null, totalBytes: null });
  const pull = async (client: Ollama): Promise<void> => {
    for await (const line of await client.pull({ model, stream: true })) {
      const { completed, digest, total } = checkAnswer(partSchema, line, 'news of a download');
      if (digest == null || total == null) continue;
      parts.set(digest, { doneBytes: completed ?? 0, totalBytes: total });
      const sums = [...parts.values()];
      report({
        what,
        doneBytes: sums.reduce((sum, part) => sum + part.doneBytes, 0),
        totalBytes: sums.reduce((sum, part) => sum + part.totalBytes, 0),
      });
    }
  };
  await askOllama(door, (client) => pull(client).catch(inWordsOfDownloads(door, model)), signal, model);
}

/** What the library or the network said; a name that the library lacks is told like any other missing model. */
function inWordsOfDownloads({ url }: OllamaDoor, model: string): (error: unknown) => never {
  return (error) => {
    const isTold = error instanceof BrokenAnswer && error.kind === 'said';
    if (!isTold || /does not exist|not found/i.test(error.message)) throw error;
    throw new ProviderError(
      'PROVIDER_FAILED',
      `Ollama at ${url.host} could not download the model "${model}" and said ${JSON.stringify(error.message)}; check the network of that machine and the space on its disk.`,
      { provider: 'Ollama' },
      { cause: error },
    );
  };
}

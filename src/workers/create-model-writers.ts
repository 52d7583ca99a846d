import type { Config } from '../config/config.ts';
import { processInput } from '../config/process-input.ts';
import { createOllamaWriter } from '../writing/create-ollama-writer.ts';
import { createOpenAiWriter } from '../writing/create-openai-writer.ts';
import { createModelAgent } from '../writing/model-agent.ts';
import type { ModelWriter } from '../writing/writer.ts';

/** For versions, lists and loads beside the calls that write. */
const CONTROL_CONNECTIONS = 4;

/** The writers with a model, in the order to ask them. Disposing of them ends what they started and their connections. */
export interface ModelWriters extends AsyncDisposable {
  readonly writers: readonly ModelWriter[];
}

/** Creates them over the connections of one process: a server that the user names by its address comes before Ollama. */
export function createModelWriters(config: Config): ModelWriters {
  const { contextTokens, model: defaultModel, openaiKey: key, openaiUrl } = config;
  const owned = new AsyncDisposableStack();
  const agent = owned.use(createModelAgent({ connections: config.gpuSlots + CONTROL_CONNECTIONS }));
  const common = { agent, contextTokens, defaultModel, now: Date.now };
  const ollama = owned.use(
    createOllamaWriter({
      ...common,
      url: new URL(config.ollamaHost),
      programPath: config.ollamaPath,
      searchPath: config.searchPath,
      slots: config.gpuSlots,
      env: processInput().env,
      folder: config.dataDir,
    }),
  );
  const named = openaiUrl === null ? [] : [createOpenAiWriter({ ...common, baseUrl: new URL(openaiUrl), key })];
  return { writers: [...named, ollama], [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

import { createModelWriter } from './create-model-writer.ts';
import type { ModelAgent } from './model-agent.ts';
import { createOpenAiTransport } from './openai/create-openai-transport.ts';
import { prepareOpenAiModel } from './openai/prepare-openai-model.ts';
import type { ModelWriter } from './writer.ts';

export interface OpenAiWriterInput {
  /** With or without `/v1` at its end. */
  readonly baseUrl: URL;
  /** Null for a server that wants none. */
  readonly key: string | null;
  /** Shared with all writers of a process; whoever made it disposes of it. */
  readonly agent: ModelAgent;
  /** Taken when a run names no model; null takes the first that the server lists. */
  readonly defaultModel: string | null;
  /** Of one call, prompt and answer together: at most what the server was started with. */
  readonly contextTokens: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/**
 * Creates the writer "openai": models of an OpenAI-compatible server such as vLLM, llama-server or LM Studio. It loads
 * nothing and downloads nothing. Throws as `createModelWriter` says.
 */
export function createOpenAiWriter({ contextTokens, defaultModel, ...rest }: OpenAiWriterInput): ModelWriter {
  return createModelWriter({
    id: 'openai',
    name: 'The OpenAI-compatible server',
    transport: createOpenAiTransport({ ...rest, contextTokens }),
    contextTokens,
    prepareModel: ({ mayPull, model }, _report, signal) =>
      prepareOpenAiModel(rest, { model: model ?? defaultModel, mayPull }, signal),
  });
}

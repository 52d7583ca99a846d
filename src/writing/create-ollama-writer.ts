import { createModelWriter } from './create-model-writer.ts';
import type { ModelAgent } from './model-agent.ts';
import { createOllamaServer } from './ollama/create-ollama-server.ts';
import { createOllamaTransport } from './ollama/create-ollama-transport.ts';
import { prepareOllamaModel } from './ollama/prepare-ollama-model.ts';
import type { ModelWriter } from './writer.ts';

export interface OllamaWriterInput {
  readonly url: URL;
  /** Shared with all writers of a process; whoever made it disposes of it, after this writer. */
  readonly agent: ModelAgent;
  /** The ollama program that may be started; null looks for it on `searchPath`. */
  readonly programPath: string | null;
  readonly searchPath: string;
  /** Calls at once that a started server takes. */
  readonly slots: number;
  /** Of this process; a started server inherits it. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Data folder; it must exist. */
  readonly folder: string;
  /** Taken when a run names no model; null takes what is installed. */
  readonly defaultModel: string | null;
  /** Of one call, prompt and answer together. */
  readonly contextTokens: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/**
 * Creates the writer "ollama": models of an Ollama that runs, or that is started when a run needs it. Disposing of it ends
 * a server that it started, and no other. Throws as `createModelWriter` says.
 */
export function createOllamaWriter(input: OllamaWriterInput): ModelWriter & AsyncDisposable {
  const { agent, contextTokens, defaultModel, now, url } = input;
  const { env, folder, programPath, searchPath, slots } = input;
  const door = { url, agent, now };
  const server = createOllamaServer({ door, programPath, searchPath, slots, env, folder });
  const setup = { ...door, server, defaultModel, contextTokens };
  const writer = createModelWriter({
    id: 'ollama',
    name: 'Ollama',
    transport: createOllamaTransport({ url, agent, contextTokens, now }),
    contextTokens,
    prepareModel: (wanted, report, signal) => prepareOllamaModel(setup, wanted, report, signal),
  });
  return { ...writer, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

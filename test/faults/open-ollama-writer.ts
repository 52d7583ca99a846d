import { tmpdir } from 'node:os';
import { createOllamaWriter } from '../../src/writing/create-ollama-writer.ts';
import { createModelAgent } from '../../src/writing/model-agent.ts';
import type { ModelWriter } from '../../src/writing/writer.ts';

/** Version, list of models, their facts, load. */
const CONTROL_CALLS = 4;
const CONTEXT_TOKENS = 8_192;

/**
 * Opens the product's writer over a model server that runs, as a worker with that many slots has it. `limitMs` is how long
 * the server may be silent; default: as long as people wait. Disposing of it cuts its connections.
 */
export function openOllamaWriter(input: {
  readonly url: string;
  readonly slots: number;
  readonly limitMs?: number;
}): ModelWriter & AsyncDisposable {
  const { limitMs, slots, url } = input;
  const agent = createModelAgent({
    connections: slots + CONTROL_CALLS,
    ...(limitMs === undefined ? {} : { headersTimeoutMs: limitMs, stallMs: limitMs }),
  });
  const writer = createOllamaWriter({
    url: new URL(url),
    agent,
    // Nothing is there to start, so nothing is written to the folder.
    programPath: null,
    searchPath: '',
    folder: tmpdir(),
    env: {},
    slots,
    defaultModel: null,
    contextTokens: CONTEXT_TOKENS,
    now: Date.now,
  });
  return {
    ...writer,
    [Symbol.asyncDispose]: async () => {
      await writer[Symbol.asyncDispose]();
      await agent[Symbol.asyncDispose]();
    },
  };
}

import { untilAborted } from '../../platform/until-aborted.ts';
import { askOllama } from './ask-ollama.ts';
import type { ChosenModel } from './choose-ollama-model.ts';
import type { CalledOllama } from './ollama-door.ts';
import { steadyRequest } from './steady-request.ts';

/**
 * Loads a model by a chat without messages, with everything that later calls send. An abort ends the waiting alone: a load
 * whose request is cut is thrown away by Ollama, and others may wait for it. Throws by `toOllamaError`.
 */
export async function loadOllamaModel(
  setup: CalledOllama,
  { facts, name }: Pick<ChosenModel, 'facts' | 'name'>,
  signal: AbortSignal,
): Promise<void> {
  const request = { ...steadyRequest(name, facts, setup.contextTokens), messages: [] };
  const load = askOllama(
    setup,
    async (client) => {
      for await (const _part of await client.chat(request)) {
        // Nothing is said; the end of the stream is the end of the load.
      }
    },
    new AbortController().signal,
    name,
  );
  // Nobody may be left to hear how it ends.
  load.catch(() => undefined);
  await untilAborted(signal, load);
}

import type { ModelAgent } from '../model-agent.ts';
import { readRefusal } from '../server-refusal.ts';
import { checkNdjson } from './check-ndjson.ts';

export interface OllamaFetchInput {
  readonly agent: ModelAgent;
  /** Ends every call, also before the head of its answer, which the `ollama` package cannot. */
  readonly signal: AbortSignal;
  /** Told the number of connections that were opened for each answer. */
  readonly onAnswer: (connections: number) => void;
}

/**
 * Creates the fetch of one client of the `ollama` package, over the connections of the process. Throws ServerRefusal for what
 * is no success, before the package would print it; a stream errs with BrokenAnswer where the package would skip a line.
 */
export function createOllamaFetch({ agent, signal, onAnswer }: OllamaFetchInput): typeof fetch {
  return async (input, init = {}) => {
    const own = init.signal ?? null;
    const { response, connections } = await agent.send(new URL(input instanceof Request ? input.url : input), {
      method: init.method === 'POST' ? 'POST' : 'GET',
      headers: Object.fromEntries(new Headers(init.headers)),
      body: typeof init.body === 'string' ? init.body : null,
      signal: own === null ? signal : AbortSignal.any([signal, own]),
    });
    onAnswer(connections);
    const { status, statusText, body } = response;
    const mediaType = (response.headers.get('content-type') ?? '').toLowerCase();
    const isJson = mediaType === '' || mediaType.includes('json');
    if (!response.ok || !isJson) throw await readRefusal(response);
    const isStream = mediaType.includes('ndjson');
    return new Response(isStream && body !== null ? body.pipeThrough(checkNdjson()) : body, {
      status,
      statusText,
      headers: [...response.headers],
    });
  };
}

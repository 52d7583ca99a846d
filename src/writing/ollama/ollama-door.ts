import type { ModelAgent } from '../model-agent.ts';
import type { OllamaCall } from './to-ollama-error.ts';

/** One Ollama, as it is asked beside its lectures: for its version, its models, a download, a load. */
export interface OllamaDoor {
  readonly url: URL;
  readonly agent: ModelAgent;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** An Ollama whose models are loaded or called. */
export interface CalledOllama extends OllamaDoor {
  /** Prompt and answer together, of every call. */
  readonly contextTokens: number;
}

/** Returns the call that errors of this Ollama speak of. */
export function callOf({ now, url }: OllamaDoor, model?: string): OllamaCall {
  return { provider: 'Ollama', url, now, ...(model === undefined ? {} : { model }) };
}

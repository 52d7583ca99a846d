import type { ModelAgent } from '../model-agent.ts';
import type { OllamaServer } from './create-ollama-server.ts';
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

/** Everything that makes a model of an Ollama ready. */
export interface OllamaSetup extends CalledOllama {
  readonly server: OllamaServer;
  /** What to take when the run names no model; null leaves the choice to what is installed. */
  readonly defaultModel: string | null;
}

/** Returns the call that errors of this Ollama speak of. */
export function callOf({ now, url }: OllamaDoor, model?: string): OllamaCall {
  return { provider: 'Ollama', url, now, ...(model === undefined ? {} : { model }) };
}

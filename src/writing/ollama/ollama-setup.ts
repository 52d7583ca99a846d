import type { OllamaServer } from './create-ollama-server.ts';
import type { CalledOllama } from './ollama-door.ts';

/** Everything that makes a model of an Ollama ready. */
export interface OllamaSetup extends CalledOllama {
  readonly server: OllamaServer;
  /** What to take when the run names no model; null leaves the choice to what is installed. */
  readonly defaultModel: string | null;
}

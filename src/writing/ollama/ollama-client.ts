import { Ollama } from 'ollama';
import type { ModelAgent } from '../model-agent.ts';
import { createOllamaFetch } from './create-ollama-fetch.ts';

/**
 * Creates a client of the `ollama` package for one call or a few that `signal` ends together. What its calls throw goes
 * through `toOllamaError`. `onAnswer` is told how many connections were opened for each answer.
 */
export function createOllamaClient(
  url: URL,
  agent: ModelAgent,
  signal: AbortSignal,
  onAnswer: (connections: number) => void = () => undefined,
): Ollama {
  return new Ollama({ host: url.href, fetch: createOllamaFetch({ agent, signal, onAnswer }) });
}

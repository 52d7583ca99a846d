import type { ChatRequest } from 'ollama';
import type { OllamaModelFacts } from './read-ollama-model.ts';

/** A chat as the server takes it: the package knows neither of the two last fields. */
export interface SteadyRequest extends ChatRequest {
  readonly stream: true;
  /** A prompt that is too long is refused, where its middle would be left out unseen. */
  readonly truncate: false;
  /** The same for an answer that reaches the end of the context. */
  readonly shift: false;
}

/** Longer than the pauses within a run, shorter than a worker would hold the memory of an idle machine. */
const KEEP_ALIVE = '10m';

/**
 * Returns the part of a chat that is the same in every call of a model, its load included: another value of one of them would
 * make the server load it anew.
 */
export function steadyRequest(
  model: string,
  facts: Pick<OllamaModelFacts, 'think' | 'trainedContextTokens'>,
  contextTokens: number,
): SteadyRequest {
  return {
    model,
    stream: true,
    keep_alive: KEEP_ALIVE,
    think: facts.think,
    truncate: false,
    shift: false,
    options: { num_ctx: Math.min(contextTokens, facts.trainedContextTokens ?? contextTokens) },
  };
}

import { ProviderError } from '../contract/errors.ts';
import { describeProvider, type ProviderCall } from '../platform/provider-call.ts';

/** What a server tells of a prompt that is too long. */
export interface ContextSizes {
  /** Null when it does not tell. */
  readonly promptTokens: number | null;
  /** Null when nobody tells. */
  readonly contextTokens: number | null;
  /** Whether the model knows no longer context: then no setting helps. */
  readonly isMost: boolean;
}

/** Whether the words of a server mean that a prompt is too long: Ollama, llama.cpp, vLLM and LM Studio word it differently. */
export function saysContextExceeded(said: string): boolean {
  return (
    /context_length_exceeded|exceed_context_size/i.test(said) ||
    (/context (?:length|size|window)/i.test(said) && /exceed|longer|maximum|too (?:long|large|many)/i.test(said))
  );
}

/** Returns CONTEXT_EXCEEDED: what was asked does not fit the memory that the model has for one call. */
export function contextExceededError(
  call: ProviderCall,
  { promptTokens, contextTokens, isMost }: ContextSizes,
): ProviderError {
  const asked = promptTokens === null ? 'A question' : `A question of ${promptTokens} tokens`;
  const room = contextTokens === null ? 'the context' : `the ${contextTokens} tokens of context`;
  const model = call.model === undefined ? 'the model' : `"${call.model}"`;
  const wayOut = isMost
    ? 'choose a model with a longer context or give a shorter document'
    : 'raise LECTRA_CONTEXT_TOKENS as far as the memory allows or give a shorter document';
  return new ProviderError(
    'CONTEXT_EXCEEDED',
    `${asked} does not fit ${room} that ${model} has on ${describeProvider(call)}; ${wayOut}.`,
    { provider: call.provider },
  );
}

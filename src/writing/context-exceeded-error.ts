import { ProviderError } from '../contract/errors.ts';
import { describeProvider, type ProviderCall } from '../platform/provider-call.ts';

/** What a server tells of a prompt that is too long. */
export interface ContextSizes {
  /** Null when it does not tell. */
  readonly promptTokens: number | null;
  /** Null when nobody tells. */
  readonly contextTokens: number | null;
  /** What sets the size: LECTRA_CONTEXT_TOKENS, how the server was started, or how the model was trained. */
  readonly limitedBy: 'setting' | 'server' | 'model';
}

/** Whether the words of a server mean that a prompt is too long: Ollama, llama.cpp, vLLM and LM Studio word it differently. */
export function saysContextExceeded(said: string): boolean {
  return (
    /context_length_exceeded|exceed_context_size/i.test(said) ||
    (/context (?:length|size|window)/i.test(said) &&
      /exceed|longer|greater|maximum|too (?:long|large|many)/i.test(said))
  );
}

const WAY_OUT: Readonly<Record<ContextSizes['limitedBy'], string>> = {
  setting: 'raise LECTRA_CONTEXT_TOKENS as far as the memory allows',
  server: 'start the server with a longer context and set LECTRA_CONTEXT_TOKENS to it',
  model: 'choose a model with a longer context',
};

/** Returns CONTEXT_EXCEEDED: what was asked does not fit the memory that the model has for one call. */
export function contextExceededError(call: ProviderCall, sizes: ContextSizes): ProviderError {
  const { promptTokens, contextTokens, limitedBy } = sizes;
  const asked = promptTokens === null ? 'a question' : `a question of ${promptTokens} tokens`;
  const room = contextTokens === null ? 'its context' : `its context of ${contextTokens} tokens`;
  const model = call.model === undefined ? '' : ` "${call.model}"`;
  return new ProviderError(
    'CONTEXT_EXCEEDED',
    `${describeProvider(call)} cannot ask${model} ${asked}, which is too long for ${room}; ${WAY_OUT[limitedBy]}, or give a shorter document.`,
    { provider: call.provider },
  );
}

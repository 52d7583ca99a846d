import { ProviderError } from '../../contract/errors.ts';
import { describeProvider, type ProviderCall } from '../../platform/provider-call.ts';

/** Returns PROVIDER_BAD_OUTPUT: of so many tokens all were thoughts, also after less thinking was asked for. */
export function thoughtsAloneError(call: ProviderCall, tokens: number): ProviderError {
  const all = tokens > 0 ? `all ${tokens} tokens of its answer` : 'its whole answer';
  return new ProviderError(
    'PROVIDER_BAD_OUTPUT',
    `${describeProvider(call)} let the model "${call.model ?? 'that was asked'}" spend ${all} on thinking and wrote no text; switch its thinking off where the server is started, or choose a model that does not think.`,
    { provider: call.provider },
  );
}

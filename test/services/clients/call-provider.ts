import { providerAnswerError } from '../../../src/platform/provider-answer-error.ts';
import type { ProviderCall } from '../../../src/platform/provider-call.ts';
import { toProviderError } from '../../../src/platform/to-provider-error.ts';

/** An answer of fetch or of a refused upgrade. */
interface Refusal {
  readonly status: number;
  readonly headers: Pick<Headers, 'get'>;
  readonly text: () => Promise<string>;
}

/**
 * Runs one call under the caller's signal and a limit of its own. What the wire throws becomes an error of the provider;
 * past the limit that is PROVIDER_TIMED_OUT. An abort comes back as the reason of `signal`.
 */
export async function callProvider<Answer>(
  call: ProviderCall,
  { limitMs, signal }: { readonly limitMs: number; readonly signal: AbortSignal },
  ask: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await ask(AbortSignal.any([signal, AbortSignal.timeout(limitMs)]));
  } catch (error) {
    throw toProviderError(call, error, signal);
  }
}

/** The error of an answer that is no success; its body is read so that the connection comes free. */
export async function refusalOf(call: ProviderCall, refusal: Refusal): Promise<Error> {
  const { status, headers } = refusal;
  return providerAnswerError(call, { status, headers, body: await refusal.text() });
}

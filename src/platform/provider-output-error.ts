import { ProviderError } from '../contract/errors.ts';
import { hideSecrets } from './hide-secrets.ts';
import { describeProvider, type ProviderCall } from './provider-call.ts';

/** Returns PROVIDER_BAD_OUTPUT: the provider answered, but the answer is of no use. `problem` completes "answered, but …". */
export function providerOutputError(call: ProviderCall, problem: string, cause?: Error): ProviderError {
  return new ProviderError(
    'PROVIDER_BAD_OUTPUT',
    `${describeProvider(call)} answered, but ${hideSecrets(problem, call)}; try again, or choose another model or engine.`,
    { provider: call.provider },
    cause === undefined ? {} : { cause },
  );
}

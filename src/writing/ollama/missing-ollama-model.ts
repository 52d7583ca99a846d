import { ProviderError } from '../../contract/errors.ts';
import { describeProvider } from '../../platform/provider-call.ts';
import type { ModelChoice } from './choose-ollama-model.ts';
import { callOf, type OllamaDoor } from './ollama-door.ts';

const MOST_NAMES = 5;

/** Returns the MODEL_MISSING of an Ollama that lacks a model: which ones it has, and how to get the one that is wanted. */
export function missingOllamaModel(
  door: OllamaDoor,
  { installed, name }: Extract<ModelChoice, { readonly kind: 'missing' }>,
): ProviderError {
  const names = installed.slice(0, MOST_NAMES).map((model) => model.name);
  const more = installed.length - names.length;
  const there = names.length === 0 ? 'it has none' : `it has ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return new ProviderError(
    'MODEL_MISSING',
    `${describeProvider(callOf(door))} has no model "${name}"; ${there}. Get it with \`ollama pull ${name}\`, or let Lectra download it with --yes.`,
    { provider: 'Ollama' },
  );
}

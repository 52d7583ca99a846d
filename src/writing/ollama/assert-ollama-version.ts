import { ProviderError } from '../../contract/errors.ts';

/**
 * The first versions with a JSON schema as `format` (0.5.0) and with `think` (0.9.0), which every call sends:
 * https://github.com/ollama/ollama/releases/tag/v0.5.0 and /v0.9.0.
 */
const NEEDED = [0, 9, 0] as const;

/** Throws PROVIDER_UNSUITABLE for an Ollama that is too old to write by a schema. A build without a version, 0.0.0, passes. */
export function assertOllamaVersion(url: URL, version: string): void {
  const parts = (version.split(/[-+]/)[0] ?? '').split('.').map(Number);
  if (parts.every((part) => part === 0)) return;
  for (const [index, needed] of NEEDED.entries()) {
    const part = parts[index] ?? 0;
    if (part > needed) return;
    if (part < needed) throw tooOld(url, version);
  }
}

function tooOld(url: URL, version: string): ProviderError {
  return new ProviderError(
    'PROVIDER_UNSUITABLE',
    `Ollama at ${url.host} is version ${version}, which cannot hold a model to a schema without thinking; install ${NEEDED.join('.')} or newer.`,
    { provider: 'Ollama' },
  );
}

import { BlockList, isIP } from 'node:net';
import { z } from 'zod';
import { ProviderError } from '../../contract/errors.ts';
import { describeProvider } from '../../platform/provider-call.ts';
import { askOllama } from './ask-ollama.ts';
import { callOf, type OllamaDoor } from './ollama-door.ts';

/** A server that is there tells its version at once, whatever its models do. */
const ANSWER_WITHIN_MS = 10_000;

const versionSchema = z.object({ version: z.string().regex(/^v?\d+\.\d+/) });

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/**
 * Returns the version of the Ollama that answers, or null when nobody answers on this machine. Throws PROVIDER_UNREACHABLE
 * for another machine that does not answer, PROVIDER_UNSUITABLE for something that is no Ollama, PROVIDER_TIMED_OUT.
 */
export async function findOllama(door: OllamaDoor, signal: AbortSignal): Promise<string | null> {
  const timeout = AbortSignal.timeout(ANSWER_WITHIN_MS);
  try {
    const answer: unknown = await askOllama(door, (client) => client.version(), AbortSignal.any([signal, timeout]));
    const parsed = versionSchema.safeParse(answer);
    if (!parsed.success) throw noOllama(door);
    return parsed.data.version.replace(/^v/, '');
  } catch (error) {
    signal.throwIfAborted();
    if (error === timeout.reason) throw tooSlow(door, error);
    const isNobody = error instanceof ProviderError && error.code === 'PROVIDER_UNREACHABLE';
    if (isNobody && isOfThisMachine(door.url)) return null;
    throw error;
  }
}

/** True for an address that no other machine answers at. */
export function isOfThisMachine({ hostname }: URL): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  if (family === 0) return host === 'localhost' || host.endsWith('.localhost');
  return LOOPBACK.check(host, family === 4 ? 'ipv4' : 'ipv6');
}

function noOllama({ url }: OllamaDoor): ProviderError {
  return new ProviderError(
    'PROVIDER_UNSUITABLE',
    `What answers at ${url.host} is no Ollama server: it tells no version; correct the address in OLLAMA_HOST.`,
    { provider: 'Ollama' },
  );
}

function tooSlow(door: OllamaDoor, cause: unknown): ProviderError {
  return new ProviderError(
    'PROVIDER_TIMED_OUT',
    `${describeProvider(callOf(door))} did not tell its version within ${ANSWER_WITHIN_MS / 1_000} s; look into its log, or start it anew.`,
    { provider: 'Ollama' },
    { cause },
  );
}

import type { ProviderCall } from '../../platform/provider-call.ts';
import type { ModelAgent } from '../model-agent.ts';

/** How an OpenAI-compatible server is reached. */
export interface OpenAiDoor {
  /** With or without a version such as `/v1` at its end. */
  readonly baseUrl: URL;
  /** Null for a server that wants none. */
  readonly key: string | null;
  readonly agent: ModelAgent;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Returns the address of a path such as "models": under the version that the base names, else under `/v1`. */
export function openAiAddress({ baseUrl }: Pick<OpenAiDoor, 'baseUrl'>, path: string): URL {
  const base = baseUrl.pathname.replace(/\/+$/, '');
  const address = new URL(baseUrl);
  address.pathname = `${/\/v\d+\w*$/.test(base) ? base : `${base}/v1`}/${path}`;
  return address;
}

/** Returns a call as its errors speak of it; the key is in none. */
export function openAiCallOf({ baseUrl, key, now }: OpenAiDoor, model?: string): ProviderCall {
  return {
    provider: 'The OpenAI-compatible server',
    url: baseUrl,
    secrets: key === null ? [] : [key],
    now,
    ...(model === undefined ? {} : { model }),
  };
}

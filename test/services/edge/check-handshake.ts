import type { IncomingHttpHeaders } from 'node:http';
import { isSecMsGecOf, TRUSTED_CLIENT_TOKEN } from './sec-ms-gec.ts';

export const SPEECH_PATH = '/consumer/speech/synthesize/readaloud/edge/v1';

const ORIGIN = 'chrome-extension://jdiccldimpdaibmpdkjnbmckianbfold';
const CONNECTION_ID = /^(?:[\da-f]{32}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/iu;

/** Why a connection is refused. */
export interface Refusal {
  readonly status: 400 | 403 | 404;
  readonly reason: string;
}

/** Checks path, query and headers of an upgrade request as the read-aloud service does; `null` lets it in. */
export function checkHandshake(url: URL, headers: IncomingHttpHeaders, nowMs: number): Refusal | null {
  if (url.pathname !== SPEECH_PATH) return { status: 404, reason: `no speech at ${url.pathname}` };
  if (url.searchParams.get('TrustedClientToken') !== TRUSTED_CLIENT_TOKEN) {
    return { status: 403, reason: 'wrong TrustedClientToken' };
  }
  if (!isSecMsGecOf(url.searchParams.get('Sec-MS-GEC') ?? '', nowMs)) {
    return { status: 403, reason: 'Sec-MS-GEC of another time' };
  }
  const version = /^1-(\d+)\.\d+\.\d+\.\d+$/u.exec(url.searchParams.get('Sec-MS-GEC-Version') ?? '')?.[1];
  if (version === undefined) return { status: 403, reason: 'no full Chromium version in Sec-MS-GEC-Version' };
  if (!(headers['user-agent'] ?? '').includes(`Edg/${version}.`)) {
    return { status: 403, reason: `User-Agent is not Edge ${version}` };
  }
  if (headers.origin !== ORIGIN) return { status: 403, reason: 'Origin is not the read-aloud extension' };
  if (!CONNECTION_ID.test(url.searchParams.get('ConnectionId') ?? '')) {
    return { status: 400, reason: 'ConnectionId is no UUID' };
  }
  return null;
}

import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { Agent, request } from 'undici';
import { InputError, ProviderError } from '../contract/errors.ts';
import { type AddressFinder, createGuardedLookup, forbiddenAddress } from './guarded-lookup.ts';
import { hideSecrets } from './hide-secrets.ts';
import { isPublicAddress } from './is-public-address.ts';
import { providerAnswerError } from './provider-answer-error.ts';
import { describeProvider, type ProviderCall } from './provider-call.ts';
import { toProviderError } from './to-provider-error.ts';
import { ACCEPTED_ENCODINGS, BodyPackedBadly, BodyTooLong, unpackBody } from './unpack-body.ts';

/** What to fetch, and how far to go for it. */
export interface GuardedRequest {
  readonly url: URL;
  /** How people call what is asked, in errors: "The web page". */
  readonly provider: string;
  /** Value of the Accept header. */
  readonly accept: string;
  /** Who asks: "Lectra/0.1.0". */
  readonly userAgent: string;
  /** Of the body, unpacked. */
  readonly limitBytes: number;
  /** From the first connection to the last byte, all redirects together. */
  readonly limitMs: number;
  /** Throws for an answer that is not wanted, before its body is read. */
  readonly assertWanted?: (answer: { readonly url: URL; readonly mediaType: string }) => void;
}

export interface FetchDeps {
  /** Hosts that may have a private address: "wiki.intranet", or "127.0.0.1". */
  readonly allowedHosts: readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Default: that of the system. */
  readonly findAddresses?: AddressFinder;
}

/** An answer that is a success. */
export interface FetchedBody {
  readonly bytes: Uint8Array;
  /** In lower case, without parameters; empty when the server named none. */
  readonly mediaType: string;
  /** Encoding of the text by the server; null when it named none. */
  readonly charset: string | null;
  /** How long to wait, by a server that says in the body of a success that it has too much to do; null when it does not ask for it. */
  readonly retryAfter: string | null;
  /** Where it was found after all redirects. */
  readonly url: URL;
}

const MAX_REDIRECTS = 5;

const hostOf = (url: URL): string =>
  url.hostname
    .replace(/^\[|\]$/gu, '')
    .replace(/\.$/u, '')
    .toLowerCase();

const firstOf = (value: string | string[] | undefined): string =>
  Array.isArray(value) ? (value[0] ?? '') : (value ?? '');

function assertFetchable(url: URL, isAllowed: (host: string) => boolean): void {
  const invalid = (text: string): InputError => new InputError('INPUT_INVALID', text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw invalid(`"${url.protocol}//${url.host}" is not fetched: only addresses with http:// or https:// are.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw invalid(`The address at "${url.host}" holds a user name or password; save the page and give the file.`);
  }
  const host = hostOf(url);
  // A name without a dot, or of the local kind, means a machine of this network: RFC 6761, 6762 and 8375.
  const isLocalName =
    isIP(host) === 0 && (!host.includes('.') || /\.(?:localhost|local|internal|home\.arpa)$/u.test(host));
  const isPrivate = isIP(host) === 0 ? isLocalName : !isPublicAddress(host);
  if (isPrivate && !isAllowed(host)) throw forbiddenAddress(host, host);
}

/**
 * Fetches from the public internet alone. The address of each host is found once, checked, and connected to; every redirect
 * is checked again. No cookies, no credentials. Throws ADDRESS_FORBIDDEN, INPUT_INVALID, a PROVIDER_* by `toProviderError`
 * or by the status of the answer, and the reason of `signal`.
 */
export async function guardedFetch(wanted: GuardedRequest, deps: FetchDeps, signal: AbortSignal): Promise<FetchedBody> {
  const allowed = new Set(deps.allowedHosts.map((host) => host.toLowerCase()));
  const isAllowed = (host: string): boolean => allowed.has(host.toLowerCase());
  const isInTime = AbortSignal.any([signal, AbortSignal.timeout(wanted.limitMs)]);
  // Addresses of both families are tried, so that a host that is only half reachable is reached.
  const connect = { lookup: createGuardedLookup(deps.findAddresses ?? lookup, isAllowed), autoSelectFamily: true };
  const agent = new Agent({ connect, maxHeaderSize: 32 * 1024 });
  try {
    return await followRedirects(wanted, { dispatcher: agent, signal: isInTime, isAllowed, now: deps.now }, signal);
  } finally {
    await agent.destroy();
  }
}

interface Connection {
  readonly dispatcher: Agent;
  /** Aborted with `signal`, and when the time is up. */
  readonly signal: AbortSignal;
  readonly isAllowed: (host: string) => boolean;
  readonly now: () => number;
}

async function followRedirects(
  wanted: GuardedRequest,
  connection: Connection,
  signal: AbortSignal,
): Promise<FetchedBody> {
  let { url } = wanted;
  for (let redirects = 0; ; redirects += 1) {
    assertFetchable(url, connection.isAllowed);
    const call: ProviderCall = { provider: wanted.provider, url, now: connection.now };
    try {
      const answer = await askOnce(wanted, connection, call);
      if (!(answer instanceof URL)) return answer;
      if (redirects >= MAX_REDIRECTS) throw badOutput(call, `sends on more than ${MAX_REDIRECTS} times`);
      url = answer;
    } catch (error) {
      if (error instanceof BodyTooLong) {
        const limit = Math.floor(error.limitBytes / 1024 / 1024);
        throw new InputError(
          'INPUT_INVALID',
          `What lies at "${hideSecrets(url.href, call)}" has more than ${limit} MB, and Lectra fetches at most that; give a part of it as a file.`,
        );
      }
      if (error instanceof BodyPackedBadly)
        throw badOutput(call, `sent a body that cannot be unpacked (${error.message})`);
      throw toProviderError(call, error, signal);
    }
  }
}

const badOutput = (call: ProviderCall, happened: string): ProviderError =>
  new ProviderError('PROVIDER_BAD_OUTPUT', `${describeProvider(call)} ${happened}; check its address.`, {
    provider: call.provider,
  });

/** Returns the body of a success, or where a redirect leads. */
async function askOnce(
  wanted: GuardedRequest,
  { dispatcher, signal }: Connection,
  call: ProviderCall,
): Promise<FetchedBody | URL> {
  const { url } = call;
  const { body, headers, statusCode } = await request(url.href, {
    dispatcher,
    signal,
    headers: {
      accept: wanted.accept,
      'accept-encoding': ACCEPTED_ENCODINGS,
      'accept-language': 'en, *;q=0.5',
      'user-agent': wanted.userAgent,
    },
  });
  try {
    const location = firstOf(headers.location);
    if (statusCode >= 300 && statusCode < 400 && URL.canParse(location, url.href)) return new URL(location, url);
    const encoding = firstOf(headers['content-encoding']);
    if (statusCode < 200 || statusCode >= 300) {
      const retryAfter = firstOf(headers['retry-after']);
      throw providerAnswerError(call, {
        status: statusCode,
        headers: new Headers(retryAfter === '' ? {} : { 'retry-after': retryAfter }),
        body: '',
      });
    }
    const contentType = firstOf(headers['content-type']);
    const mediaType = (contentType.split(';')[0] ?? '').trim().toLowerCase();
    wanted.assertWanted?.({ url, mediaType });
    const bytes = await unpackBody(body, encoding, wanted.limitBytes);
    const charset = /;\s*charset\s*=\s*"?([\w.:-]+)/iu.exec(contentType)?.[1]?.toLowerCase() ?? null;
    return { bytes, mediaType, charset, retryAfter: firstOf(headers['retry-after']) || null, url };
  } finally {
    // A body that nobody reads would hold its connection; its error is of no interest then.
    if (!body.destroyed) body.on('error', () => undefined).destroy();
  }
}

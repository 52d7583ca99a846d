import type { ErrorCode } from '../contract/error-codes.ts';
import { LectraError, ProviderError } from '../contract/errors.ts';
import { findSystemFailure } from './find-system-failure.ts';
import { hideSecrets } from './hide-secrets.ts';
import { listCauses } from './list-causes.ts';
import { describeProvider, type ProviderCall } from './provider-call.ts';

/**
 * Returns what to throw for an error that a call to a provider threw: PROVIDER_UNREACHABLE, PROVIDER_TIMED_OUT,
 * PROVIDER_FAILED, PROVIDER_UNTRUSTED or PROVIDER_BAD_OUTPUT for one of the network, by the codes of Node and undici.
 * The reason of an aborted `signal` comes back itself; so does an error that is of a family already, of this machine, or
 * no matter of the network at all.
 */
export function toProviderError(call: ProviderCall, thrown: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  if (thrown instanceof LectraError || findSystemFailure(thrown) !== null) return thrown;
  const causes = listCauses(thrown);
  for (const cause of causes) {
    const found = FAULTS.find(({ marks }) => marks.test(markOf(cause)));
    if (found !== undefined) return networkError(call, found, cause);
  }
  // The fetch standard gives every fault of the network this one name; its cause says more, or nothing.
  const innermost = causes.at(-1);
  const isNetworkFault = causes.some(
    (cause) => cause instanceof TypeError && /^(fetch failed|terminated)$/.test(cause.message),
  );
  return isNetworkFault && innermost !== undefined ? networkError(call, UNKNOWN_FAULT, innermost) : thrown;
}

interface Fault {
  /** Matches the code of an error, or its name where it has none. */
  readonly marks: RegExp;
  readonly code: Extract<ErrorCode, `PROVIDER_${string}`>;
  readonly happened: string;
  readonly wayOut: string;
}

/** https://nodejs.org/api/errors.html, https://undici.nodejs.org/#/docs/api/Errors and, for TLS, https://docs.openssl.org/master/man1/openssl-verification-options/ */
const FAULTS: readonly Fault[] = [
  {
    marks:
      /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/,
    code: 'PROVIDER_UNREACHABLE',
    happened: 'cannot be reached',
    wayOut: 'start it, or check its address and the network',
  },
  {
    marks: /^(UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT|TimeoutError)$/,
    code: 'PROVIDER_TIMED_OUT',
    happened: 'did not answer in time',
    wayOut: 'try again when it has less to do',
  },
  {
    marks:
      /^(CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|ERR_TLS_\w+|ERR_SSL_\w+|EPROTO|HOSTNAME_MISMATCH)$/,
    code: 'PROVIDER_UNTRUSTED',
    happened: 'has no connection or certificate that can be trusted',
    wayOut: 'check that its address has the right http or https, and name its authority in NODE_EXTRA_CA_CERTS',
  },
  {
    marks: /^(HPE_\w+|HTTPParserError|UND_ERR_HEADERS_OVERFLOW|UND_ERR_RES_EXCEEDED_MAX_SIZE)$/,
    code: 'PROVIDER_BAD_OUTPUT',
    happened: 'answered with something that is no HTTP',
    wayOut: 'check its address',
  },
  {
    marks:
      /^(ECONNRESET|ECONNABORTED|EPIPE|ERR_STREAM_PREMATURE_CLOSE|UND_ERR_SOCKET|UND_ERR_CLOSED|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/,
    code: 'PROVIDER_FAILED',
    happened: 'broke the connection off',
    wayOut: 'look into its log and try again',
  },
];

const UNKNOWN_FAULT: Omit<Fault, 'marks'> = {
  code: 'PROVIDER_UNREACHABLE',
  happened: 'cannot be reached',
  wayOut: 'check its address and the network',
};

function networkError(
  call: ProviderCall,
  { code, happened, wayOut }: Omit<Fault, 'marks'>,
  cause: Error,
): ProviderError {
  const reason = hideSecrets(reasonOf(cause), call).replace(/\.$/, '');
  return new ProviderError(
    code,
    `${describeProvider(call)} ${happened} (${reason}); ${wayOut}.`,
    { provider: call.provider },
    { cause: withoutSecrets(cause, call) },
  );
}

/** The cause goes into the history of the run with its message and stack. */
function withoutSecrets(cause: Error, call: ProviderCall): Error {
  const clean = new Error(hideSecrets(cause.message, call));
  clean.name = cause.name;
  clean.stack = hideSecrets(cause.stack ?? '', call);
  return clean;
}

/** OpenSSL says it in a line with the thread, its number of the error and the place in its source; the text is field six. */
function reasonOf(error: Error): string {
  const message = error.message.trim();
  const said = /^[\dA-F]+:error:[\dA-F]+:[^:]*:[^:]*:([^:]+):/.exec(message)?.[1] ?? message;
  return said === '' ? markOf(error) : said;
}

function markOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

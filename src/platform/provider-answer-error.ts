import type { ErrorCode } from '../contract/error-codes.ts';
import { ProviderError } from '../contract/errors.ts';
import { hideSecrets } from './hide-secrets.ts';
import { parseRetryAfter } from './parse-retry-after.ts';
import { describeProvider, type ProviderCall } from './provider-call.ts';

/** An HTTP answer that is no success, with as much of its body as is worth reading. */
export interface ProviderAnswer {
  /** Below 200 or from 300 on. */
  readonly status: number;
  readonly headers: Pick<Headers, 'get'>;
  readonly body: string;
}

const MOST_QUOTED_CHARACTERS = 200;

/** Returns the error of an answer that is no success: PROVIDER_* by its status, MODEL_MISSING for a 404 where a model was asked for. */
export function providerAnswerError(call: ProviderCall, { status, headers, body }: ProviderAnswer): ProviderError {
  if (status >= 200 && status < 300) throw new RangeError(`The status ${status} is a success and no error.`);
  const code = codeOfStatus(status, call.model !== undefined);
  const said = quote(hideSecrets(body, call));
  const answered = `${describeProvider(call)} ${describe(code, status, call)}${said === '' ? '' : ` and said ${said}`}`;
  const retryAfterMs = parseRetryAfter(headers.get('retry-after'), call.now());
  const wayOut = retryAfterMs === null ? WAY_OUT[code] : `try again in ${Math.ceil(retryAfterMs / 1_000)} s`;
  return new ProviderError(code, `${answered}; ${wayOut}.`, {
    provider: call.provider,
    statusCode: status,
    ...(retryAfterMs === null ? {} : { retryAfterMs }),
  });
}

type AnswerCode = Extract<ErrorCode, `PROVIDER_${string}` | 'MODEL_MISSING'>;

const WAY_OUT: Readonly<
  Record<Exclude<AnswerCode, 'PROVIDER_UNREACHABLE' | 'PROVIDER_UNTRUSTED' | 'PROVIDER_UNSUITABLE'>, string>
> = {
  MODEL_MISSING: 'install it or choose another one',
  PROVIDER_TIMED_OUT: 'try again when it has less to do',
  PROVIDER_RATE_LIMITED: 'try again later',
  PROVIDER_REFUSED: 'check its address, key and settings',
  PROVIDER_FAILED: 'look into its log and try again',
  PROVIDER_BAD_OUTPUT: 'check its address',
};

function codeOfStatus(status: number, hasModel: boolean): keyof typeof WAY_OUT {
  if (status < 400) return 'PROVIDER_BAD_OUTPUT';
  if (status === 404 && hasModel) return 'MODEL_MISSING';
  if (status === 408 || status === 504) return 'PROVIDER_TIMED_OUT';
  if (status === 429) return 'PROVIDER_RATE_LIMITED';
  // 409 and 425 pass by themselves: a conflict with another request, and one that came too early.
  if (status === 409 || status === 425) return 'PROVIDER_FAILED';
  // What a server does not implement it will not implement at the next attempt.
  if (status < 500 || status === 501 || status === 505) return 'PROVIDER_REFUSED';
  return 'PROVIDER_FAILED';
}

function describe(code: AnswerCode, status: number, { model }: ProviderCall): string {
  if (code === 'MODEL_MISSING') return `has no model "${model}" (HTTP ${status})`;
  if (code === 'PROVIDER_RATE_LIMITED') return `takes no more requests for now (HTTP ${status})`;
  if (status === 401 || status === 403 || status === 407)
    return `refused the request for lack of a right (HTTP ${status})`;
  if (code === 'PROVIDER_REFUSED') return `refused the request (HTTP ${status})`;
  return `answered with HTTP ${status}`;
}

function quote(body: string): string {
  const line = body.replace(/\s+/g, ' ').trim();
  if (line === '' || line.startsWith('<')) return '';
  return JSON.stringify(line.length > MOST_QUOTED_CHARACTERS ? `${line.slice(0, MOST_QUOTED_CHARACTERS - 1)}…` : line);
}

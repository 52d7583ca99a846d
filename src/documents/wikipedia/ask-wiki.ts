import { z } from 'zod';
import type { ErrorCode } from '../../contract/error-codes.ts';
import { ProviderError } from '../../contract/errors.ts';
import { type FetchDeps, guardedFetch } from '../../platform/guarded-fetch.ts';
import { LONGEST_WAIT_MS, parseRetryAfter } from '../../platform/parse-retry-after.ts';
import { parseJson } from '../../shared/parse-json.ts';

/** The wiki of one language, and how long it may take. */
export interface Wiki {
  /** `https://en.wikipedia.org`, or another wiki's root. */
  readonly root: URL;
  /** Names who asks and a way to reach them: https://foundation.wikimedia.org/wiki/Policy:Wikimedia_Foundation_User-Agent_Policy. */
  readonly userAgent: string;
  /** Milliseconds since the epoch by which all must have come. */
  readonly deadlineMs: number;
}

const NAME = 'Wikipedia';
/** The longest articles have about 2 MB of HTML. */
const LIMIT_BYTES = 8 * 1024 * 1024;
const REQUEST_LIMIT_MS = 15_000;
const LEAST_TIME_MS = 500;
/** What Wikimedia asks of programs that nobody sits and waits before: https://www.mediawiki.org/wiki/Manual:Maxlag_parameter. */
const MOST_LAG_SECONDS = 5;
const LAG_WAIT_MS = 5_000;

const refusalSchema = z.object({ error: z.object({ code: z.string(), info: z.string().optional() }) });

/** The API says most errors with HTTP 200: https://www.mediawiki.org/wiki/API:Errors_and_warnings. */
const REFUSALS: readonly (readonly [code: RegExp, means: ErrorCode])[] = [
  [/^(?:maxlag|ratelimited|cirrussearch-too-busy-error)$/u, 'PROVIDER_RATE_LIMITED'],
  [/^(?:readonly|internal_api_error|search-error|cirrussearch-)/u, 'PROVIDER_FAILED'],
];

const MISSING_PAGE = /^(?:missingtitle|nosuchpageid|nosuchrevid|pagecannotexist)$/u;

/**
 * Asks the MediaWiki API of a wiki and returns what `schema` makes of its answer; null when it says that there is no such
 * page. Throws PROVIDER_* of `guardedFetch`, PROVIDER_RATE_LIMITED with the wait that is asked for, PROVIDER_REFUSED, and
 * PROVIDER_BAD_OUTPUT for an answer that is none of this API.
 */
export async function askWiki<Answer>(
  {
    wiki,
    query,
    schema,
  }: { readonly wiki: Wiki; readonly query: Readonly<Record<string, string>>; readonly schema: z.ZodType<Answer> },
  deps: FetchDeps,
  signal: AbortSignal,
): Promise<Answer | null> {
  const { deadlineMs, root, userAgent } = wiki;
  const url = new URL(`${root.href.replace(/\/+$/u, '')}/w/api.php`);
  const all = { ...query, format: 'json', formatversion: '2', maxlag: String(MOST_LAG_SECONDS) };
  url.search = String(new URLSearchParams(all));
  const fetching = guardedFetch(
    {
      url,
      provider: NAME,
      accept: 'application/json',
      userAgent,
      limitBytes: LIMIT_BYTES,
      limitMs: Math.max(LEAST_TIME_MS, Math.min(REQUEST_LIMIT_MS, deadlineMs - deps.now())),
    },
    deps,
    signal,
  );
  const { bytes, retryAfter } = await fetching.catch((error: unknown) => {
    throw isTurnedAway(error) ? turnedAway(root, error) : error;
  });
  const answer = parseJson(new TextDecoder().decode(bytes));
  const refusal = refusalSchema.safeParse(answer);
  if (refusal.success) {
    if (MISSING_PAGE.test(refusal.data.error.code)) return null;
    throw toRefusal(root, refusal.data.error, parseRetryAfter(retryAfter, deps.now()));
  }
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new ProviderError(
    'PROVIDER_BAD_OUTPUT',
    `${NAME} at ${root.host} answered with something that is no answer of the MediaWiki API; check LECTRA_WIKIPEDIA_URL if you set it, or try again.`,
    { provider: NAME },
    { cause: parsed.error },
  );
}

const isTurnedAway = (error: unknown): boolean => error instanceof ProviderError && error.statusCode === 403;

const turnedAway = (root: URL, cause: unknown): ProviderError =>
  new ProviderError(
    'PROVIDER_REFUSED',
    `${NAME} at ${root.host} turned the request away (HTTP 403); set LECTRA_CONTACT to a way to reach you, as it asks of programs, or give a document.`,
    { provider: NAME, statusCode: 403 },
    { cause },
  );

function toRefusal(
  root: URL,
  { code, info }: { readonly code: string; readonly info?: string | undefined },
  askedWaitMs: number | null,
): ProviderError {
  const means = REFUSALS.find(([pattern]) => pattern.test(code))?.[1] ?? 'PROVIDER_REFUSED';
  const said = (info ?? code)
    .replace(/\s+/gu, ' ')
    .slice(0, 160)
    .replace(/[.\s]+$/u, '');
  if (means !== 'PROVIDER_RATE_LIMITED') {
    const wayOut = means === 'PROVIDER_FAILED' ? 'try again later' : 'report this, or leave out --research';
    return new ProviderError(means, `${NAME} at ${root.host} refused the request (${code}: ${said}); ${wayOut}.`, {
      provider: NAME,
    });
  }
  const retryAfterMs = Math.min(LONGEST_WAIT_MS, askedWaitMs ?? LAG_WAIT_MS);
  return new ProviderError(
    means,
    `${NAME} at ${root.host} has too much to do (${code}: ${said}); try again in ${Math.ceil(retryAfterMs / 1_000)} s.`,
    { provider: NAME, retryAfterMs },
  );
}

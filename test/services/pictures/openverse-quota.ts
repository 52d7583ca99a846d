/** Limits of a client. */
export interface Quota {
  readonly perMinute: number;
  readonly perDay: number;
}

/** What Openverse grants a client without a key. */
export const ANONYMOUS_QUOTA: Quota = { perMinute: 20, perDay: 200 };

/** The answer of a meter to one request. */
export interface QuotaAnswer {
  readonly headers: Readonly<Record<string, string>>;
  /** Seconds until a request is taken again, `null` when this one is. */
  readonly retryAfterSeconds: number | null;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Creates a meter that counts requests in a sliding minute and a sliding day. A refused request counts not. */
export function createQuotaMeter(quota: Quota): (nowMs: number) => QuotaAnswer {
  let taken: readonly number[] = [];
  return (nowMs) => {
    taken = taken.filter((atMs) => nowMs - atMs < DAY_MS);
    const lastMinute = taken.filter((atMs) => nowMs - atMs < MINUTE_MS);
    const dayFreeMs = taken.length < quota.perDay ? 0 : (taken[0] ?? nowMs) + DAY_MS - nowMs;
    const minuteFreeMs = lastMinute.length < quota.perMinute ? 0 : (lastMinute[0] ?? nowMs) + MINUTE_MS - nowMs;
    const freeMs = Math.max(dayFreeMs, minuteFreeMs);
    const used = freeMs === 0 ? 1 : 0;
    if (freeMs === 0) taken = [...taken, nowMs];
    return {
      headers: {
        'X-RateLimit-Limit-anon_burst': `${quota.perMinute}/min`,
        'X-RateLimit-Available-anon_burst': String(Math.max(0, quota.perMinute - lastMinute.length - used)),
        'X-RateLimit-Limit-anon_sustained': `${quota.perDay}/day`,
        'X-RateLimit-Available-anon_sustained': String(Math.max(0, quota.perDay - taken.length)),
      },
      retryAfterSeconds: freeMs === 0 ? null : Math.ceil(freeMs / 1000),
    };
  };
}

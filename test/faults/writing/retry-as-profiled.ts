import { ERROR_CODES } from '../../../src/contract/error-codes.ts';
import { LectraError, ProviderError } from '../../../src/contract/errors.ts';
import type { ActivityProfile } from '../../../src/workflows/activity-profiles.ts';

/** Temporal doubles the wait after each attempt. */
const BACKOFF = 2;

/**
 * Tries as often as a step of that profile is tried, for errors whose code may be tried again. `wait` is told how long
 * Temporal would wait and need not do so. Throws the last error, anything that is no LectraError, and the reason of an abort.
 */
export async function retryAsProfiled<Value>(
  work: (attempt: number) => Promise<Value>,
  profile: ActivityProfile,
  wait: (durationMs: number) => Promise<void>,
): Promise<Value> {
  let waitMs = profile.initialRetryMs;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(attempt);
    } catch (error) {
      if (!(error instanceof LectraError) || !ERROR_CODES[error.code].retryable) throw error;
      if (attempt === profile.maximumAttempts) throw error;
      await wait((error instanceof ProviderError ? error.retryAfterMs : null) ?? waitMs);
      waitMs = Math.min(profile.maximumRetryMs, waitMs * BACKOFF);
    }
  }
}

/** Longer than this nobody waits for one step: after it the run fails, or another provider takes the work. */
export const LONGEST_WAIT_MS = 60_000;

/**
 * Returns for how long a `Retry-After` header asks to wait, in ms from `nowMs`, at most 60 s. Null without a header, with a
 * malformed one, or with one that asks for no wait: then the usual pause between two attempts holds.
 * Seconds or an HTTP date: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after.
 */
export function parseRetryAfter(header: string | null, nowMs: number): number | null {
  const value = header?.trim() ?? '';
  const waitMs = /^\d+$/.test(value) ? Number(value) * 1_000 : parseHttpDate(value) - nowMs;
  return waitMs > 0 ? Math.min(waitMs, LONGEST_WAIT_MS) : null;
}

/** NaN for anything else: `Date.parse` alone takes almost every text for a date, "-5" among others. */
function parseHttpDate(value: string): number {
  if (!/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? .*\d{2}:\d{2}:\d{2}/.test(value)) return Number.NaN;
  return Date.parse(value.endsWith('GMT') ? value : `${value} GMT`);
}

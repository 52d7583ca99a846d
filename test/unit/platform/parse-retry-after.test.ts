import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_WAIT_MS, parseRetryAfter } from '../../../src/platform/parse-retry-after.ts';

const NOW_MS = Date.parse('Sun, 06 Nov 1994 08:49:00 GMT');

describe('parseRetryAfter', () => {
  test.each([
    ['2', 2_000],
    [' 2 ', 2_000],
    ['Sun, 06 Nov 1994 08:49:37 GMT', 37_000],
    ['Sunday, 06-Nov-94 08:49:37 GMT', 37_000],
    ['Sun Nov  6 08:49:37 1994', 37_000],
  ])('reads %j, one of the forms of RFC 9110', (header, waitMs) => {
    expect(parseRetryAfter(header, NOW_MS)).toBe(waitMs);
  });

  test.each(['86400', '99999999999999999999', 'Mon, 07 Nov 1994 08:49:37 GMT'])(
    'waits a minute at most for %j, so that a run never hangs on one service',
    (header) => {
      expect(parseRetryAfter(header, NOW_MS)).toBe(LONGEST_WAIT_MS);
    },
  );

  test.each([null, '', '-5', '1.5', '2 s', 'soon', 'Sun, soon', 'Sun, 99 Nov 1994 08:49:37 GMT'])(
    'ignores %j, which is malformed, so that the usual pause holds',
    (header) => {
      expect(parseRetryAfter(header, NOW_MS)).toBeNull();
    },
  );

  test.each(['0', 'Sun, 06 Nov 1994 08:48:59 GMT'])('takes %j for no wish, so that attempts do not race', (header) => {
    expect(parseRetryAfter(header, NOW_MS)).toBeNull();
  });

  test('gives null or a wait within the limit, whatever a server sends', () => {
    const date = fc.date({ noInvalidDate: true }).map((moment) => moment.toUTCString());
    fc.assert(
      fc.property(fc.oneof(fc.string(), date, fc.bigInt().map(String)), fc.integer({ min: 0 }), (header, nowMs) => {
        const waitMs = parseRetryAfter(header, nowMs);
        return waitMs === null || (waitMs > 0 && waitMs <= LONGEST_WAIT_MS);
      }),
    );
  });
});

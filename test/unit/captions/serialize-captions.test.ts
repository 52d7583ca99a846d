import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { serializeSrt } from '../../../src/captions/serialize-srt.ts';
import { serializeVtt } from '../../../src/captions/serialize-vtt.ts';
import { toCueTimes } from '../../../src/captions/to-cue-times.ts';

const CUES = [
  { startSample: 14_400, endSample: 96_000, lines: ['Rain & snow', 'fall <slowly> --> here.'] },
  { startSample: 97_600, endSample: 48_000 * 3_725, lines: ['It runs.'] },
];

describe('subtitle files', () => {
  test('SRT counts from 1, with a comma before the milliseconds', () => {
    expect(serializeSrt(CUES)).toBe(
      [
        '1',
        '00:00:00,300 --> 00:00:02,000',
        'Rain & snow',
        'fall <slowly> --> here.',
        '',
        '2',
        '00:00:02,033 --> 01:02:05,000',
        'It runs.',
        '',
      ].join('\n'),
    );
  });

  test('WebVTT escapes what a browser would take for markup', () => {
    expect(serializeVtt(CUES)).toBe(
      [
        'WEBVTT',
        '',
        '00:00:00.300 --> 00:00:02.000',
        'Rain &amp; snow',
        'fall &lt;slowly&gt; --&gt; here.',
        '',
        '00:00:02.033 --> 01:02:05.000',
        'It runs.',
        '',
      ].join('\n'),
    );
  });

  test('rounding to milliseconds keeps cues in order, apart and visible', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 100 }))), (steps) => {
        let at = 0;
        const cues = steps.map(([gap, length]) => {
          const startSample = at + gap;
          at = startSample + length;
          return { startSample, endSample: at, lines: ['x'] };
        });
        let lastEndMs = 0;
        for (const { startMs, endMs } of toCueTimes(cues)) {
          expect(startMs).toBeGreaterThanOrEqual(lastEndMs);
          expect(endMs).toBeGreaterThan(startMs);
          lastEndMs = endMs;
        }
      }),
    );
  });
});

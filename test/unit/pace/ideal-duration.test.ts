import { describe, expect, it } from 'vitest';
import { idealDurationMs, type LectureTokens } from '../../pace/ideal-duration.ts';

const SPEED = { prefillTokensPerSecond: 1_000, aloneTokensPerSecond: 100, togetherTokensPerSecond: 400 };
const NONE = { promptTokens: 0, answerTokens: 0 };

const slides = (count: number, script: LectureTokens['outline'], tags = NONE) =>
  Array.from({ length: count }, () => ({ script, tags }));

describe('what the tokens of a lecture alone cost', () => {
  it('reads a prompt, then writes alone, when there is one call', () => {
    expect(idealDurationMs({ outline: { promptTokens: 500, answerTokens: 100 }, slides: [] }, SPEED)).toBeCloseTo(
      1_500,
    );
  });

  it('shares the rate of all streams only where that is lower than the rate of one', () => {
    const script = { promptTokens: 0, answerTokens: 100 };
    expect(idealDurationMs({ outline: NONE, slides: slides(4, script) }, SPEED)).toBeCloseTo(1_000);
    expect(idealDurationMs({ outline: NONE, slides: slides(8, script) }, SPEED)).toBeCloseTo(2_000);
  });

  it('lets the tags of a short script run beside the scripts that go on', () => {
    const short = { script: { promptTokens: 0, answerTokens: 50 }, tags: { promptTokens: 100, answerTokens: 40 } };
    const long = { script: { promptTokens: 0, answerTokens: 100 }, tags: NONE };
    expect(idealDurationMs({ outline: NONE, slides: [short, long] }, SPEED)).toBeCloseTo(1_000);
  });

  it('gives faster streams to those that are left when others have ended', () => {
    const one = { script: { promptTokens: 0, answerTokens: 150 }, tags: NONE };
    const others = slides(7, { promptTokens: 0, answerTokens: 50 });
    // Eight share 400 tokens a second for one second; then one is alone.
    expect(idealDurationMs({ outline: NONE, slides: [one, ...others] }, SPEED)).toBeCloseTo(2_000);
  });
});

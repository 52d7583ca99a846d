import { describe, expect, it } from 'vitest';
import { findLengthProblem } from '../../../src/speech/find-length-problem.ts';

const SENTENCE = 'Water rises from the sea, and it falls again as rain.';

describe('findLengthProblem', () => {
  it.each([
    [SENTENCE, 0, 3300],
    [SENTENCE, -50, 6600],
    [SENTENCE, 50, 2200],
    ['No.', 0, 300],
    ['WHO, NASA and AT&T.', 0, 2600],
    ['In 2024 it was 1,234,567.', 0, 6000],
    ['जल चक्र पृथ्वी पर पानी की गति है।', 0, 2600],
  ])('accepts "%s" at %i %% in %i ms', (spoken, ratePercent, voicedMs) => {
    expect(findLengthProblem(spoken, ratePercent, voicedMs)).toBeNull();
  });

  it('notices sound that breaks off, since a lost half sentence must not pass unheard', () => {
    expect(findLengthProblem(SENTENCE, 0, 900)).toBe('0.9 s of sound where about 3.2 s were expected: it breaks off');
  });

  it('notices sound of another text', () => {
    expect(findLengthProblem('No.', 0, 4000)).toContain('it does not fit the text');
  });
});

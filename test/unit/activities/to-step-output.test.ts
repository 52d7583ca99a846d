import { expect, it } from 'vitest';
import { toStepOutput } from '../../../src/activities/to-step-output.ts';
import type { Written } from '../../../src/writing/writer.ts';
import { writtenByRule } from '../../../src/writing/written-by-rule.ts';

const USAGE = { requests: 2, connections: 1, promptTokens: 900, answerTokens: 300 };
const WARNINGS = [{ code: 'ANSWER_MENDED', message: 'Slide 3 was shortened.' }];

it('keeps what a writer wrote for later runs, and says nothing of a model that was not asked', () => {
  expect(toStepOutput(writtenByRule('text'), { heading: 'Tides' })).toStrictEqual({
    value: { heading: 'Tides' },
    warnings: [],
    keep: true,
  });
});

it('uses what rules had to mend without keeping it, so that the next run asks the model again', () => {
  const written: Written<string> = { value: 'text', warnings: WARNINGS, isMended: true, usage: USAGE };
  expect(toStepOutput(written, 7)).toStrictEqual({ value: 7, warnings: WARNINGS, keep: false, usage: USAGE });
});

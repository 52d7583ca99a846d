import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { createRunDisplay } from '../../../src/cli/run-display.ts';

test.each([
  [null, 'Again, attempt 4: 2 Generate Script · slide 5 (Ollama at x:1 answered, but with nothing)\n'],
  [15_200, 'Again in 15 s, attempt 4: 2 Generate Script · slide 5 (Ollama at x:1 answered, but with nothing)\n'],
])('a log says why a step is tried again and how long that takes (%s ms)', async (waitMs, line) => {
  const stderr = new PassThrough();
  const screen = { stderr, isInteractive: false, columns: () => 80, hasColor: false, nowMs: () => 0 };
  using display = createRunDisplay(screen);
  display.show({
    type: 'step-retried',
    label: '2 Generate Script · slide 5',
    attempt: 4,
    reason: 'Ollama at x:1 answered, but with nothing',
    waitMs,
  });
  stderr.end();
  expect(await text(stderr)).toBe(line);
});

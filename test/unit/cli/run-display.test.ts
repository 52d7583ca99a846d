import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';
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

test('what was approved stays on a terminal, below the outline that asked for it', async () => {
  const stderr = new PassThrough();
  const screen = { stderr, isInteractive: true, columns: () => 80, hasColor: false, nowMs: () => 0 };
  using display = createRunDisplay(screen);
  display.print('Waiting for your approval of the outline:');
  display.show({ type: 'outline-approved', title: 'Tides', slideCount: 5 });
  stderr.end();
  expect(stripVTControlCharacters(await text(stderr))).toBe(
    'Waiting for your approval of the outline:\nApproved: "Tides", 5 slides\n\n',
  );
});

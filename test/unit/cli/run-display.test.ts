import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { createRunDisplay } from '../../../src/cli/run-display.ts';
import type { RunEvent } from '../../../src/jobs/run-snapshot.ts';
import { FRESH_SNAPSHOT } from '../jobs/fresh-snapshot.ts';

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

test('a terminal says that there is no news for as long as there is none, and keeps its warnings', () => {
  const stderr = new PassThrough();
  const screen = { stderr, isInteractive: true, columns: () => 80, hasColor: false, nowMs: () => 0 };
  using display = createRunDisplay(screen);
  const show = (...events: readonly RunEvent[]) => {
    for (const event of events) display.show(event);
    // Only the lines that change are written; after a line that stays, all of them.
    display.print('stays');
    return String(stderr.read()).split('stays').at(-1);
  };
  const missing = 'No news for 12 s; the run goes on by itself, and this command asks on.';
  const warning = { code: 'SLIDES_FEWER', message: 'There are fewer slides.' };
  const away = show(
    { type: 'run-found', snapshot: FRESH_SNAPSHOT },
    { type: 'warning-raised', warning },
    { type: 'news-missing', sinceMs: 0 },
  );
  expect(away).toContain(`!    There are fewer slides.\n  !    ${missing}\n`);
  const back = show({ type: 'news-resumed' });
  expect(back).toContain('!    There are fewer slides.\n');
  expect(back).not.toContain('news');
});

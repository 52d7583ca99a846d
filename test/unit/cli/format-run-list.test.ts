import { expect, it } from 'vitest';
import { formatRunList } from '../../../src/cli/format-run-list.ts';
import type { RunSummary } from '../../../src/jobs/run-summary.ts';

const done: RunSummary = {
  workflow_id: 'lectra-water-cycle',
  run_id: 'r',
  project: 'water-cycle',
  title: 'The Water Cycle',
  slide_count: 8,
  status: 'completed',
  started_at: '2026-03-01T10:00:00.000Z',
  closed_at: '2026-03-01T10:01:42.500Z',
};

it('shows a run a line within 80 columns, an open one with its time up to now', () => {
  const open = { ...done, project: 'x'.repeat(80), status: 'running', slide_count: null, closed_at: null } as const;
  const text = formatRunList([open, done], Date.parse('2026-03-01T10:00:07Z'));
  expect(text).toBe(`Project                           Status     Slides  Started (UTC)        Took
xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…  running            2026-03-01 10:00     0:07
water-cycle                       completed       8  2026-03-01 10:00     1:42
`);
});

it('gives a long status the room of the names, and stays within 80 columns', () => {
  const waiting = { ...done, status: 'waiting-for-approval', closed_at: null, project: 'x'.repeat(80) } as const;
  const text = formatRunList([waiting, done], Date.parse('2026-03-01T10:00:07Z'));
  expect(text).toContain('xxxxxxxxxxxxxxxxxxxx…  waiting for approval       8  2026-03-01 10:00     0:07\n');
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

it('says how to begin when there is no run', () => {
  expect(formatRunList([], 0)).toBe('There is no run yet; `lectra generate DOCUMENT` starts one.\n');
});

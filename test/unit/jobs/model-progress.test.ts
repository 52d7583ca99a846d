import { expect, it } from 'vitest';
import { describeModelProgress, findModelProgress } from '../../../src/jobs/model-progress.ts';

const beating = (...words: readonly unknown[]) => ({
  workflowTask: null,
  activities: words.map((word) => ({
    heartbeatDetails: { payloads: [{ data: new TextEncoder().encode(JSON.stringify(word)) }] },
  })),
});
const decode = ({ data }: { data?: Uint8Array | null }): unknown =>
  JSON.parse(new TextDecoder().decode(data ?? undefined));

it('finds the words of a model among steps that beat without any', () => {
  const progress = { what: 'Loading m', doneBytes: null, totalBytes: null };
  expect(findModelProgress(beating(null, { frame: 3 }, progress), decode)).toEqual(progress);
  expect(findModelProgress(beating(null, 7), decode)).toBeNull();
  expect(findModelProgress({ workflowTask: null, activities: [{}] }, decode)).toBeNull();
});

it.each([
  ['Loading m', null, null],
  ['Get m', 0, 0],
  ['Get m, 0 % of 1 MB', 0, 9_000],
  ['Get m, 99 % of 4.9 GB', 4_919_999_999, 4_920_000_000],
  ['Get m, 100 % of 274 MB', 300_000_000, 274_000_000],
])('says "%s" for %s of %s bytes', (said, doneBytes, totalBytes) => {
  const what = said.split(',')[0] ?? '';
  expect(describeModelProgress({ what, doneBytes, totalBytes })).toBe(said);
});

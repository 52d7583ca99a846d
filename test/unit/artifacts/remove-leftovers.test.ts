import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openArtifactStore } from '../../../src/artifacts/open-artifact-store.ts';
import { removeLeftovers } from '../../../src/artifacts/remove-leftovers.ts';

test('removes the work of killed processes after a day, and never that of one at work', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lectra-store-'));
  try {
    const store = await openArtifactStore({ folder });
    const ref = await store.put(new TextEncoder().encode('kept'), 'text/plain');
    const left = await store.makeWorkFolder();
    const atWork = await store.makeWorkFolder();
    await writeFile(join(left.path, 'half.mp4'), 'half');
    const nowMs = Date.UTC(2030, 0, 2);
    await utimes(left.path, new Date(nowMs), new Date(nowMs - 25 * 3_600_000));
    await utimes(atWork.path, new Date(nowMs), new Date(nowMs - 3_600_000));
    await removeLeftovers({ folder, nowMs });
    expect(await readdir(join(folder, 'work'))).toEqual([atWork.path.split('/').at(-1)]);
    expect(await store.has(ref)).toBe(true);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

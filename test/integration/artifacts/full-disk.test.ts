import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ApplicationFailure } from '@temporalio/common';
import { expect, it } from 'vitest';
import { createActivities } from '../../../src/activities/create-activities.ts';
import { listRefs } from '../../../src/artifacts/list-refs.ts';
import { openArtifactStore } from '../../../src/artifacts/open-artifact-store.ts';
import type { Activities } from '../../../src/contract/activities.ts';
import { runProcess } from '../../../src/platform/run-process.ts';
import { mountSmallDisk } from '../../e2e/mount-small-disk.ts';
import { hashLecture, listFiles } from '../../e2e/read-folder.ts';
import { SHORT_DOCUMENT } from '../../e2e/short-lecture.ts';
import { openLocalActivities } from '../activities/lecture-in-store.ts';
import { cliNote, findTestCli } from '../temporal/find-test-cli.ts';
import { WorkflowRig } from '../workflows/workflow-rig.ts';

const FIRST_KB = 64;
const { signal } = new AbortController();
const cli = await findTestCli();
const disk = cli === null ? null : await mountSmallDisk();
const note = cli === null ? cliNote(cli) : disk === null ? ' (not run: needs the right to mount a disk)' : '';

/** Calls an activity until it finds room: each time that the disk is full, its owner looks around and makes some. */
function withRoomMade(activities: Activities, makeRoom: () => Promise<void>): Activities {
  const patient = Object.entries(activities).map(([name, activity]) => {
    const call = activity as (input: unknown, storeId: string | null) => Promise<unknown>;
    const patiently = async (input: unknown, storeId: string | null): Promise<unknown> => {
      try {
        return await call(input, storeId);
      } catch (error) {
        if (!(error instanceof ApplicationFailure) || error.type !== 'DISK_FULL') throw error;
        expect(error).toMatchObject({ nonRetryable: false, message: expect.stringContaining('full') });
        await makeRoom();
        return patiently(input, storeId);
      }
    };
    return [name, patiently];
  });
  return Object.fromEntries(patient) as Activities;
}

/** Whatever stands under a final name is whole, and no step is said to be done of which a blob is missing. */
async function expectNothingHalfMade(folder: string): Promise<void> {
  const blobs = await listFiles(join(folder, 'blobs'));
  for (const name of blobs) {
    const bytes = await readFile(join(folder, 'blobs', name));
    expect(createHash('sha256').update(bytes).digest('hex'), name).toBe(name.split('/').at(-1));
  }
  const known = new Set(blobs.map((name) => name.split('/').at(-1)));
  for (const name of await listFiles(join(folder, 'steps'))) {
    const refs = listRefs(JSON.parse(await readFile(join(folder, 'steps', name), 'utf8')));
    for (const { sha256 } of refs) expect(known.has(sha256), `${name} names ${sha256}`).toBe(true);
  }
}

it.skipIf(disk === null)(
  `a disk that is full at one write after another costs waiting and nothing else: what is there is whole, and the run ends with its files${note}`,
  async () => {
    if (disk === null) throw new TypeError('There is no disk.');
    await using mounted = disk;
    await using rig = await WorkflowRig.start(cli?.path ?? '');
    await using local = await openLocalActivities();
    const bytes = await readFile(SHORT_DOCUMENT);
    const makeLecture = async (
      folder: string,
      spoil: (activities: Activities) => Activities = (activities) => activities,
    ) => {
      const store = await openArtifactStore({ folder: join(folder, 'artifacts') });
      const source = { artifact: await store.put(bytes, 'text/markdown'), name: 'tides.md' };
      const activities = createActivities({ ...local.deps, store, outputFolder: join(folder, 'output') });
      const request = { source, slides: 3, quality: '720p' } as const;
      return rig.run({ activities: spoil(activities), request }, (handle) => handle.result());
    };
    const undisturbed = await makeLecture(join(local.deps.store.location, '..', 'undisturbed'));

    const resize = (sizeKb: number) =>
      runProcess({ command: 'mount', args: ['-o', `remount,size=${sizeKb}k`, mounted.path], signal });
    let sizeKb = FIRST_KB;
    let fullTimes = 0;
    await resize(sizeKb);
    const result = await makeLecture(mounted.path, (activities) =>
      withRoomMade(activities, async () => {
        fullTimes += 1;
        await expectNothingHalfMade(join(mounted.path, 'artifacts'));
        expect(await listFiles(join(mounted.path, 'output', 'tides'))).toEqual([]);
        sizeKb = Math.ceil(sizeKb * 1.15);
        await resize(sizeKb);
      }),
    );
    console.log(`The disk was full ${fullTimes} times`);
    expect(fullTimes).toBeGreaterThan(20);
    expect(await hashLecture(result.project_dir)).toEqual(await hashLecture(undisturbed.project_dir));
    expect(await listFiles(join(mounted.path, 'artifacts', 'work'))).toEqual([]);
    expect((await listFiles(join(mounted.path, 'output'))).filter((name) => !name.startsWith('tides/'))).toEqual([]);
    expect(await rig.replayAll()).toBe(2);
  },
);

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeRun } from '../../src/jobs/describe-run.ts';
import type { RunSnapshot } from '../../src/jobs/run-snapshot.ts';
import { readHostStatus } from '../../src/workers/read-host-status.ts';
import { cliNote, findTestCli } from '../integration/temporal/find-test-cli.ts';
import { killOutright } from './kill-outright.ts';
import { createLectraHome, type LectraHome, NEVER } from './lectra-home.ts';
import { listProcessesOf } from './list-processes-of.ts';
import { hashLecture, listFiles } from './read-folder.ts';
import { type Result, resultOf } from './result-of.ts';
import { SHORT_DOCUMENT, SHORT_LECTURE } from './short-lecture.ts';
import { countDone, waitForRun } from './wait-for-run.ts';

/** Lost steps are given to the next worker after this; the default of 20 s would only make the test longer. */
const HEARTBEAT = { LECTRA_HEARTBEAT_TIMEOUT_MS: '3000' };

const cli = await findTestCli();
let home: LectraHome;
let undisturbedHome: LectraHome;
let undisturbed: Result;

const listStoredSteps = () => listFiles(join(home.dataDir, 'artifacts', 'steps'));

/**
 * Steps that the store keeps and that did their work from then on. When they began is what counts: Temporal, which outlives
 * the host, may write the end of a step that the host had reported just before it was killed a moment later.
 */
function listWorked({ records }: RunSnapshot, fromMs: number) {
  return records.filter(
    ({ cached, endedAtMs, stage, startedAtMs }) =>
      stage !== 'prepare' && stage !== 'publish' && !cached && endedAtMs !== null && (startedAtMs ?? 0) > fromMs,
  );
}

describe.skipIf(cli === null)(`a host that is killed in the middle of a run${cliNote(cli)}`, () => {
  beforeAll(async () => {
    undisturbedHome = await createLectraHome(cli, HEARTBEAT);
    undisturbed = resultOf(await undisturbedHome.run(SHORT_LECTURE));
    await undisturbedHome.run(['down', '--force']);
    home = await createLectraHome(cli, HEARTBEAT);
  });
  afterAll(async () => {
    await undisturbedHome?.[Symbol.asyncDispose]();
    await home?.[Symbol.asyncDispose]();
  });

  it('costs no finished step: the same command ends with the files of an undisturbed run', async () => {
    const command = home.start(SHORT_LECTURE);
    await waitForRun(home, 'tides', (snapshot) => countDone(snapshot, 'speakSlide') >= 3);
    const host = await readHostStatus(home.dataDir, NEVER);
    if (host === null) throw new Error('There is no host to kill.');
    await killOutright([host.pid]);
    const killedAtMs = Date.now();
    const storedBefore = await listStoredSteps();
    expect(storedBefore.length).toBeGreaterThan(10);

    const result = resultOf(await command.outcome);
    expect((await readHostStatus(home.dataDir, NEVER))?.pid).not.toBe(host.pid);
    const expected = await hashLecture(undisturbed.project_dir);
    expect(Object.keys(expected).length).toBeGreaterThan(15);
    expect(await hashLecture(result.project_dir)).toEqual(expected);

    // Every step that worked after the kill made one new entry; one that was in the store already would make none.
    await using connection = await home.connect();
    const snapshot = await describeRun(connection.client, 'tides', NEVER);
    const worked = listWorked(snapshot, killedAtMs);
    const storedAfter = await listStoredSteps();
    expect(storedAfter).toEqual(expect.arrayContaining([...storedBefore]));
    expect(worked).toHaveLength(storedAfter.length - storedBefore.length);
    expect(worked.length).toBeGreaterThan(0);
    // The kill was in the middle of something, and that alone was begun twice.
    const again = snapshot.records.filter(({ attempt }) => attempt > 1);
    expect(again.length).toBeGreaterThan(0);
    const steps = result.stages.reduce((sum, { activities }) => sum + activities, 0);
    expect(steps).toBe(undisturbed.stages.reduce((sum, { activities }) => sum + activities, 0));
  });

  it('loses nothing when the command and Temporal die with it: another command carries on', async () => {
    const words = ['generate', SHORT_DOCUMENT, '--project', 'slower', '--rate', '-10', '--no-video'];
    const command = home.start(words);
    await waitForRun(home, 'slower', (snapshot) => countDone(snapshot, 'speakSlide') >= 2);
    const all = await listProcessesOf(home.dataDir);
    expect(all.map((found) => found.command)).toContainEqual(expect.stringContaining('server start-dev'));
    await killOutright(all.map(({ pid }) => pid));
    const killedAtMs = Date.now();
    await command.outcome;
    const storedBefore = await listStoredSteps();

    const result = resultOf(await home.run(['attach', 'slower', '--json']));
    expect(result).toMatchObject({ project: 'slower', slide_count: undisturbed.slide_count, video_path: null });
    await using connection = await home.connect();
    const worked = listWorked(await describeRun(connection.client, 'slower', NEVER), killedAtMs);
    expect(worked).toHaveLength((await listStoredSteps()).length - storedBefore.length);
    expect(worked.length).toBeGreaterThan(0);
  });

  it('leaves nothing half-made under a final name: what was cut off lies in the work folder, which is swept', async () => {
    const blobsDir = join(home.dataDir, 'artifacts', 'blobs');
    const blobs = await listFiles(blobsDir);
    expect(blobs.length).toBeGreaterThan(10);
    for (const name of blobs) {
      const bytes = await readFile(join(blobsDir, name));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(basename(name));
    }
    const left = (await listFiles(home.outputDir)).filter((name) => !/^(tides|slower)\//.test(name));
    expect(left).toEqual([]);
  });
});

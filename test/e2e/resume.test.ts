import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cliNote, findTestCli } from '../integration/temporal/find-test-cli.ts';
import { createLectraHome, type LectraHome } from './lectra-home.ts';
import { hashLecture, listFiles } from './read-folder.ts';
import { resultOf } from './result-of.ts';
import { SHORT_LECTURE } from './short-lecture.ts';
import { countDone, waitForRun } from './wait-for-run.ts';

const cli = await findTestCli();

describe.skipIf(cli === null)(`lectra resume${cliNote(cli)}`, () => {
  let home: LectraHome;

  beforeAll(async () => {
    home = await createLectraHome(cli);
  });
  afterAll(() => home?.[Symbol.asyncDispose]());

  const stop = async (args: readonly string[]) => {
    const command = home.start(SHORT_LECTURE);
    await waitForRun(home, 'tides', (snapshot) => countDone(snapshot, 'speakSlide') >= 1);
    const ended = await home.run(args);
    expect(ended.exitCode, ended.stderr).toBe(0);
    return command.outcome;
  };

  it('says in one sentence that nobody knows the run', async () => {
    const { exitCode, stderr } = await home.run(['resume', 'tides']);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/knows a run named "tides"/);
    expect(stderr).not.toMatch(/defect|\n\s+at /);
  });

  it('carries a terminated run on: what was finished is reused, and the lecture is whole', async () => {
    await stop(['temporal', 'workflow', 'terminate', '--workflow-id', 'lectra-tides', '--reason', 'a test']);
    expect(await listFiles(home.outputDir)).toEqual([]);

    const result = resultOf(await home.run(['resume', 'tides', '--json']));
    expect(result.workflow_id).toBe('lectra-tides');
    expect(result.stages.find(({ number }) => number === 8)?.reused).toBeGreaterThan(0);
    expect(await listFiles(result.project_dir)).toContain('presentation.mp4');
  });

  it('refuses a finished run, also when its history is gone', async () => {
    const refusal = await home.run(['resume', 'tides', '--json']);
    expect(refusal.exitCode).toBe(2);
    expect(JSON.parse(refusal.stdout)).toMatchObject({ code: 'RUN_FINISHED' });
    await loseHistory();
    expect(JSON.parse((await home.run(['resume', 'tides', '--json'])).stdout)).toMatchObject({ code: 'RUN_FINISHED' });
  });

  it('carries on a run whose history is gone, to the files of the undisturbed one', async () => {
    const whole = await hashLecture(join(home.outputDir, 'tides'));
    await rm(join(home.dataDir, 'artifacts'), { recursive: true });
    await rm(home.outputDir, { recursive: true });
    await stop(['cancel', 'tides']);
    await loseHistory();

    const result = resultOf(await home.run(['resume', 'tides', '--json']));
    expect(result.stages.find(({ number }) => number === 8)?.reused).toBeGreaterThan(0);
    expect(await hashLecture(result.project_dir)).toEqual(whole);
  });

  /** What happens when the time of keeping is over, or when a new Temporal begins a new database. */
  async function loseHistory(): Promise<void> {
    expect((await home.run(['down'])).exitCode).toBe(0);
    const databases = (await readdir(home.dataDir)).filter((name) => /^temporal.*\.db/.test(name));
    expect(databases.length).toBeGreaterThan(0);
    for (const name of databases) await rm(join(home.dataDir, name));
  }
});

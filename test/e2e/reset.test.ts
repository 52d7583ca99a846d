import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeRun } from '../../src/jobs/describe-run.ts';
import { cliNote, findTestCli } from '../integration/temporal/find-test-cli.ts';
import { createLectraHome, type LectraHome, NEVER } from './lectra-home.ts';
import { hashLecture } from './read-folder.ts';
import { resultOf } from './result-of.ts';
import { SHORT_LECTURE } from './short-lecture.ts';
import { countDone, waitForRun } from './wait-for-run.ts';

const REPLAY = fileURLToPath(new URL('../../scripts/replay.ts', import.meta.url));

const cli = await findTestCli();

describe.skipIf(cli === null)(`Temporal's own reset of a real run${cliNote(cli)}`, () => {
  let home: LectraHome;

  beforeAll(async () => {
    home = await createLectraHome(cli);
  });
  afterAll(() => home?.[Symbol.asyncDispose]());

  const look = async () => {
    await using connection = await home.connect();
    // Without the await the connection would be closed under the call.
    return await describeRun(connection.client, 'tides', NEVER);
  };

  it('carries a cancelled run on with the very words that `lectra status` prints', async () => {
    const command = home.start(SHORT_LECTURE);
    await waitForRun(home, 'tides', (snapshot) => countDone(snapshot, 'speakSlide') >= 1);
    command.send('SIGINT');
    expect((await command.outcome).exitCode).toBe(130);

    const status = await home.run(['status', 'tides', '--json']);
    const told = JSON.parse(status.stdout);
    expect(told).toMatchObject({ status: 'cancelled', reset_event_id: expect.any(Number) });
    const shown = await home.run(['status', 'tides']);
    console.log(shown.stdout);
    expect(shown.stdout).toContain('  lectra resume tides\n');
    expect(shown.stdout).toContain(`  ${told.reset_command}\n`);

    const before = await look();
    const spoken = before.records.filter(
      ({ activity, outcome }) => activity === 'speakSlide' && outcome === 'completed',
    );
    const words = String(told.reset_command)
      .replace(/^lectra /, '')
      .replace('"carry on"', 'carry-on')
      .split(' ');
    const reset = await home.run(words);
    expect(reset.exitCode).toBe(0);
    const result = resultOf(await home.run(['attach', 'tides', '--json']));
    expect(result.run_id).not.toBe(before.runId);

    // What had been spoken stands in the kept history or comes from the store: nobody speaks it twice.
    const after = await look();
    for (const { endedAtMs, slideNumber } of spoken) {
      const same = after.records.find(
        (record) => record.activity === 'speakSlide' && record.slideNumber === slideNumber,
      );
      expect(same?.cached === true || same?.endedAtMs === endedAtMs, `slide ${slideNumber}`).toBe(true);
    }
  });

  it('makes nothing again from the first task on: every step comes from the store, and the files stay the same', async () => {
    const before = resultOf(await home.run(['attach', 'tides', '--json']));
    const files = await hashLecture(before.project_dir);
    const words = ['temporal', 'workflow', 'reset', '--workflow-id', 'lectra-tides', '--type', 'FirstWorkflowTask'];
    expect((await home.run([...words, '--reason', 'again'])).exitCode).toBe(0);
    const result = resultOf(await home.run(['attach', 'tides', '--json']));
    expect(result.run_id).not.toBe(before.run_id);
    expect(await hashLecture(result.project_dir)).toEqual(files);
    const { records } = await look();
    const worked = records.filter(({ cached, stage }) => stage !== 'prepare' && stage !== 'publish' && !cached);
    expect(worked.map(({ label }) => label)).toEqual([]);
    expect(records.length).toBeGreaterThan(20);
  });

  it('can be replayed from the data folder with the service alone, whatever was reset before', async () => {
    await home.run(['down', '--force']);
    const replayed = await new Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }>(
      (done) =>
        execFile(process.execPath, [REPLAY, 'tides'], { env: home.env }, (error, stdout, stderr) =>
          done({ code: error ? Number(error.code) : 0, stdout, stderr }),
        ),
    );
    console.log(replayed.stdout);
    expect(replayed).toMatchObject({ code: 0, stdout: expect.stringContaining("fits today's workflow code") });
  });
});

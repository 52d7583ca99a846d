import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { describeRun } from '../../src/jobs/describe-run.ts';
import { cliNote, findTestCli } from '../integration/temporal/find-test-cli.ts';
import { createLectraHome, type LectraHome, NEVER } from './lectra-home.ts';
import { listProcessesOf } from './list-processes-of.ts';
import { listFiles } from './read-folder.ts';
import { SHORT_LECTURE } from './short-lecture.ts';
import { countDone, waitForRun } from './wait-for-run.ts';

/** Well above what a busy machine takes; a cancel that waits for a heartbeat timeout (20 s) or for the steps does not fit. */
const CLOSED_WITHIN_MS = 10_000;

const cli = await findTestCli();

describe.skipIf(cli === null)(`Ctrl-C in the middle of a run${cliNote(cli)}`, () => {
  let home: LectraHome;

  beforeAll(async () => {
    home = await createLectraHome(cli);
  });
  afterAll(() => home?.[Symbol.asyncDispose]());

  const listTools = async () =>
    (await listProcessesOf(home.dataDir)).filter(({ command }) => /espeak|ffmpeg/.test(command));

  it('cancels the run at once, publishes nothing and leaves no tool running', async () => {
    const command = home.start(SHORT_LECTURE);
    await waitForRun(home, 'tides', (snapshot) => countDone(snapshot, 'speakSlide') >= 1);
    const pressedAtMs = Date.now();
    command.send('SIGINT');
    const outcome = await command.outcome;

    expect(outcome.exitCode).toBe(130);
    expect(JSON.parse(outcome.stdout)).toMatchObject({ status: 'cancelled', workflow_id: 'lectra-tides' });
    expect(outcome.stderr).toContain('Cancelling; what is finished is kept.');
    expect(outcome.stderr).not.toMatch(/defect|\n\s+at /);
    await using connection = await home.connect();
    const { closedAtMs, outcome: end, records } = await describeRun(connection.client, 'tides', NEVER);
    expect(end?.status).toBe('cancelled');
    const closedMs = (closedAtMs ?? Number.NaN) - pressedAtMs;
    console.log(`From Ctrl-C to the closed run: ${closedMs} ms`);
    expect(closedMs).toBeLessThan(CLOSED_WITHIN_MS);
    // Whatever was at work has ended before the run did, and was not cut off by it.
    expect(records.filter((record) => ['running', 'retrying', 'waiting'].includes(record.outcome))).toEqual([]);
    expect(await listFiles(home.outputDir)).toEqual([]);
  });

  it.skipIf(process.platform !== 'linux')(
    `ends espeak and ffmpeg with it${process.platform === 'linux' ? '' : ' (not run: needs /proc)'}`,
    async () => {
      // The speech engine stays warm for the next run while the host lives; ffmpeg belongs to a step.
      expect((await listTools()).filter(({ command }) => command.includes('ffmpeg'))).toEqual([]);
      await home.run(['down']);
      await vi.waitFor(async () => expect(await listProcessesOf(home.dataDir)).toEqual([]), { timeout: 60_000 });
    },
  );

  it('keeps what was finished: the same command later carries on from it', async () => {
    const outcome = await home.run([...SHORT_LECTURE, '--no-video']);
    expect(outcome.exitCode).toBe(0);
    const { stages } = JSON.parse(outcome.stdout);
    expect(stages.find(({ number }: { number: number | null }) => number === 8).reused).toBeGreaterThan(0);
  });
});

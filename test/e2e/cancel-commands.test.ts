import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { describeRun } from '../../src/jobs/describe-run.ts';
import { readHostStatus } from '../../src/workers/read-host-status.ts';
import { cliNote, findTestCli } from '../integration/temporal/find-test-cli.ts';
import { readCancelDelayMs } from './cancel/read-cancel-delay.ts';
import { createLectraHome, type LectraHome, NEVER } from './lectra-home.ts';
import { listProcessesOf } from './list-processes-of.ts';
import { listFiles } from './read-folder.ts';
import { SHORT_LECTURE } from './short-lecture.ts';
import { countDone, waitForRun } from './wait-for-run.ts';
import { writeLongDocument } from './write-long-document.ts';

/** Well above what a busy machine takes; a cancel that waits for a heartbeat timeout (20 s) or for the steps does not fit. */
const CLOSED_WITHIN_MS = 10_000;
/** Closer together two presses count as one. */
const PRESS_EVERY_MS = 250;

const cli = await findTestCli();

describe.skipIf(cli === null)(`cancelling from the command line${cliNote(cli)}`, () => {
  let home: LectraHome;

  beforeAll(async () => {
    home = await createLectraHome(cli);
  });
  afterAll(() => home?.[Symbol.asyncDispose]());

  const begin = async (project: string) => {
    const started = await home.run([...SHORT_LECTURE, '--project', project, '--detach']);
    expect(started).toMatchObject({ exitCode: 0 });
    await waitForRun(home, project, (snapshot) => countDone(snapshot, 'writeOutline') >= 1);
  };

  it('says so where there never was a run, and starts nothing to find out', async () => {
    expect(await home.run(['list'])).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('no run yet') });
    expect(await home.run(['status', '--json'])).toMatchObject({ exitCode: 0, stdout: '{"runs":[]}\n' });
    for (const command of ['cancel', 'status', 'report', 'attach']) {
      const outcome = await home.run([command, 'nothing']);
      expect(outcome).toMatchObject({ exitCode: 2, stdout: '' });
      expect(outcome.stderr).toBe(
        'lectra: Temporal knows no run named "nothing"; `lectra list` shows the runs that it knows.\n',
      );
    }
    expect(await listFiles(home.dataDir)).toEqual([]);
  });

  it('two commands at once both see the run end, a third finds it closed, and an unknown one is named', async () => {
    await begin('twice');
    const both = await Promise.all([home.run(['cancel', 'twice']), home.run(['cancel', 'twice', '--json'])]);
    expect(both[0]).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^lectra-twice (is|was already) cancelled\.\n$/),
    });
    expect(JSON.parse(both[1].stdout)).toMatchObject({ status: 'cancelled', workflow_id: 'lectra-twice' });
    expect(await home.run(['cancel', 'twice'])).toMatchObject({
      exitCode: 0,
      stdout: 'lectra-twice was already cancelled.\n',
      stderr: '',
    });
    expect(await home.run(['cancel', 'nobody'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('"nobody"'),
    });
    await using connection = await home.connect();
    const closedMs = await readCancelDelayMs(connection.client, 'lectra-twice');
    console.log(`From the first request to the closed run: ${closedMs} ms`);
    expect(closedMs).toBeLessThan(CLOSED_WITHIN_MS);
  });

  it('asking with other settings drains no host', async () => {
    const before = await readHostStatus(home.dataDir, NEVER);
    const env = { LECTRA_HEARTBEAT_TIMEOUT_MS: '7000' };
    for (const args of [['list'], ['status', 'twice'], ['report', 'twice'], ['cancel', 'twice'], ['attach', 'twice']]) {
      await home.run(args, { env });
    }
    const address = before?.address ?? '';
    expect((await home.run(['--address', address, 'list', '--json'])).stdout).toContain('lectra-twice');
    expect((await readHostStatus(home.dataDir, NEVER))?.pid).toBe(before?.pid);
  });

  it('names an address where nobody answers, and leaves the host alone', async () => {
    const before = await readHostStatus(home.dataDir, NEVER);
    const outcome = await home.run(['--address', '127.0.0.1:1', 'status']);
    expect(outcome).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('127.0.0.1:1') });
    expect((await readHostStatus(home.dataDir, NEVER))?.pid).toBe(before?.pid);
  });

  it.skipIf(process.platform !== 'linux')(
    `a cancel that the service does not hear is heard when it is back${process.platform === 'linux' ? '' : ' (not run: needs /proc)'}`,
    async () => {
      const command = home.start([...SHORT_LECTURE, '--project', 'away']);
      await waitForRun(home, 'away', (snapshot) => countDone(snapshot, 'writeOutline') >= 1);
      const server = (await listProcessesOf(home.dataDir)).find((one) => one.command.includes('start-dev'));
      if (server === undefined) throw new Error('The Temporal server is not among the processes.');
      // The host starts it again at the same place.
      process.kill(server.pid, 'SIGKILL');
      command.send('SIGINT');
      const outcome = await command.outcome;
      expect(outcome.exitCode).toBe(130);
      expect(JSON.parse(outcome.stdout)).toMatchObject({ status: 'cancelled' });
    },
  );

  it('a second Ctrl-C leaves at once and says how the run goes on', async () => {
    const command = home.start([...SHORT_LECTURE, '--project', 'left']);
    await waitForRun(home, 'left', (snapshot) => countDone(snapshot, 'writeOutline') >= 1);
    let hasEnded = false;
    void command.outcome.then(() => {
      hasEnded = true;
    });
    const press = () => {
      command.send('SIGINT');
      expect(hasEnded).toBe(true);
    };
    await vi.waitFor(press, { timeout: CLOSED_WITHIN_MS, interval: PRESS_EVERY_MS });
    const outcome = await command.outcome;
    expect(outcome.exitCode).toBe(130);
    expect(outcome.stderr).toMatch(/lectra: (Left; the run ends its cancelling by itself|The run was cancelled)/);
    await waitForRun(home, 'left', (snapshot) => snapshot.outcome?.status === 'cancelled');
  });

  it('a deck of a hundred slides with video ends as fast as a short one', async () => {
    const document = join(home.folder, 'waters.md');
    await writeFile(document, writeLongDocument({ words: 30_000 }));
    await home.run(['generate', document, '--slides', '100', '--detach', '--project', 'long']);
    await waitForRun(home, 'long', (snapshot) => countDone(snapshot, 'writeSlide') >= 10);
    expect(await home.run(['cancel', 'long'])).toMatchObject({ exitCode: 0, stdout: 'lectra-long is cancelled.\n' });
    await using connection = await home.connect();
    const { records } = await describeRun(connection.client, 'long', NEVER);
    const closedMs = await readCancelDelayMs(connection.client, 'lectra-long');
    console.log(`A hundred slides: ${closedMs} ms from the request to the closed run (${records.length} steps)`);
    expect(closedMs).toBeLessThan(CLOSED_WITHIN_MS);
    expect((await listProcessesOf(home.dataDir)).filter(({ command }) => command.includes('ffmpeg'))).toEqual([]);
  });

  it('down --force in the middle of a run leaves it open, says so, and `cancel` ends it later', async () => {
    await begin('forced');
    const down = await home.run(['down', '--force']);
    expect(down).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('One open run goes on') });
    const status = await home.run(['status', 'forced', '--json']);
    expect(JSON.parse(status.stdout)).toMatchObject({ status: 'running', workflow_id: 'lectra-forced' });
    // It took the service alone to say so.
    expect(await readHostStatus(home.dataDir, NEVER)).toBeNull();
    expect(await home.run(['cancel', 'forced'])).toMatchObject({
      exitCode: 0,
      stdout: 'lectra-forced is cancelled.\n',
    });
    expect(await listFiles(home.outputDir)).toEqual([]);
  });
});

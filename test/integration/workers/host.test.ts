import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/config.ts';
import { loadConfig } from '../../../src/config/load-config.ts';
import { prepareDataDir } from '../../../src/config/prepare-data-dir.ts';
import { WORKFLOW_TYPE } from '../../../src/contract/workflow-ids.ts';
import { waitForProcessEnd } from '../../../src/platform/end-process.ts';
import { identifyProcess, type ProcessIdentity } from '../../../src/platform/process-identity.ts';
import { connectTemporal } from '../../../src/temporal/connect.ts';
import { ensureHost } from '../../../src/workers/ensure-host.ts';
import type { HostLease } from '../../../src/workers/host-lease.ts';
import { keepHost, readHostStatus } from '../../../src/workers/read-host-status.ts';
import { stopHost } from '../../../src/workers/stop-host.ts';
import { somePort } from '../../services/some-port.ts';
import { cliNote, findTestCli } from '../temporal/find-test-cli.ts';

const cli = await findTestCli();
const { signal } = new AbortController();
const END_LIMIT_MS = 30_000;

let root: string;
let dataDir: string;
let port: number;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'lectra-host-'));
  dataDir = join(root, 'data');
  port = await somePort();
});
afterEach(async () => {
  await stopHost({ dataDir, force: true, onProgress: () => undefined }, signal);
  rmSync(root, { recursive: true, force: true });
});

function configWith(env: Readonly<Record<string, string>> = {}): Config {
  return loadConfig({
    env: {
      PATH: process.env.PATH,
      LECTRA_DATA_DIR: dataDir,
      LECTRA_OUTPUT_DIR: join(root, 'output'),
      LECTRA_TEMPORAL_CLI: cli?.path,
      LECTRA_TEMPORAL_PORT: String(port),
      LECTRA_TEMPORAL_UI_PORT: String(port),
      XDG_CONFIG_HOME: root,
      ...env,
    },
    cwd: root,
    homeDir: homedir(),
  });
}

const ensure = (config: Config, notices: string[] = []) =>
  ensureHost(config, { onProgress: (message) => notices.push(message) }, signal);

async function identityOf(lease: HostLease): Promise<ProcessIdentity> {
  const identity = await identifyProcess(lease.pid);
  if (identity === null) throw new Error('the host is gone');
  return identity;
}

/** Starts a run that stays open without a step. */
async function startWaitingRun(lease: HostLease): Promise<void> {
  await using connection = await connectTemporal(lease.target, signal);
  await connection.client.workflow.start(WORKFLOW_TYPE, {
    taskQueue: lease.taskQueue,
    workflowId: 'lectra-waiting',
    args: [{}],
    startDelay: '1 hour',
  });
}

describe.skipIf(cli === null)(`the host${cliNote(cli)}`, () => {
  it('is one for two commands that start at once; it polls every queue, and leaves nothing running when drained', async () => {
    const config = configWith();
    const notices: string[] = [];
    await using first = await ensure(config, notices);
    const [second, third] = await Promise.all([ensure(config), ensure(config)]);
    expect(new Set([first.pid, second.pid, third.pid]).size).toBe(1);
    expect(notices).toContain('Starting Temporal');
    expect(await readHostStatus(dataDir, signal)).toMatchObject({ clients: 3, isKept: false, taskQueue: 'lectra' });
    await using connection = await connectTemporal(first.target, signal);
    for (const name of ['lectra', 'lectra-gpu', 'lectra-network', 'lectra-media']) {
      const { pollers } = await connection.client.workflowService.describeTaskQueue({
        namespace: 'default',
        taskQueue: { name },
        // TASK_QUEUE_TYPE_WORKFLOW 1, TASK_QUEUE_TYPE_ACTIVITY 2
        taskQueueType: name === 'lectra' ? 1 : 2,
      });
      expect(pollers?.length, name).toBeGreaterThan(0);
    }
    const identity = await identityOf(first);
    await Promise.all([second.release(), third.release()]);
    expect(await stopHost({ dataDir, force: false, onProgress: () => undefined }, signal)).toBe(true);
    expect(await waitForProcessEnd(identity, 0, signal)).toBe(true);
    expect(existsSync(join(dataDir, 'service.json'))).toBe(false);
    expect(existsSync(join(dataDir, 'temporal-process.json'))).toBe(false);
  });

  it('is started by two commands at once, and still is one', async () => {
    const config = configWith();
    const [first, second] = await Promise.all([ensure(config), ensure(config)]);
    expect(first.pid).toBe(second.pid);
    await Promise.all([first.release(), second.release()]);
  });

  it('that is killed is replaced at the same address while a client holds it, and open runs go on', async () => {
    await using lease = await ensure(configWith());
    await startWaitingRun(lease);
    const identity = await identityOf(lease);
    process.kill(lease.pid, 'SIGKILL');
    expect(await waitForProcessEnd(identity, END_LIMIT_MS, signal)).toBe(true);
    await expect
      .poll(() => readHostStatus(dataDir, signal), { timeout: 60_000, interval: 200 })
      .toMatchObject({
        address: lease.address,
        clients: 1,
        openRuns: 1,
      });
    expect((await readHostStatus(dataDir, signal))?.pid).not.toBe(identity.pid);
  });

  it('ends after its idle time, but not while a run is open or it was told to stay', async () => {
    const lease = await ensure(configWith({ LECTRA_HOST_IDLE_MS: '300' }));
    const identity = await identityOf(lease);
    await startWaitingRun(lease);
    expect(await keepHost(dataDir, signal)).toBe(true);
    await using connection = await connectTemporal(lease.target, signal);
    await lease.release();
    await expect.poll(async () => (await readHostStatus(dataDir, signal))?.openRuns, { timeout: 30_000 }).toBe(1);
    await connection.client.workflow.getHandle('lectra-waiting').terminate();
    await expect.poll(async () => (await readHostStatus(dataDir, signal))?.openRuns, { timeout: 30_000 }).toBe(0);
    expect((await readHostStatus(dataDir, signal))?.isKept).toBe(true);
    await stopHost({ dataDir, force: false, onProgress: () => undefined }, signal);
    expect(await waitForProcessEnd(identity, 0, signal)).toBe(true);

    const unkept = await ensure(configWith({ LECTRA_HOST_IDLE_MS: '300' }));
    const unkeptIdentity = await identityOf(unkept);
    await unkept.release();
    expect(await waitForProcessEnd(unkeptIdentity, END_LIMIT_MS, signal)).toBe(true);
  });

  it('ends with its last client under CI, though its idle time is long', async () => {
    const lease = await ensure(configWith({ CI: 'true' }));
    const identity = await identityOf(lease);
    await lease.release();
    expect(await waitForProcessEnd(identity, END_LIMIT_MS, signal)).toBe(true);
    expect(existsSync(join(dataDir, 'service.json'))).toBe(false);
  });

  it('with other settings is drained first, so a changed setting takes effect', async () => {
    await using old = await ensure(configWith());
    const identity = await identityOf(old);
    await using next = await ensure(configWith({ LECTRA_GPU_SLOTS: '2' }));
    expect(next.pid).not.toBe(identity.pid);
    expect(await waitForProcessEnd(identity, 0, signal)).toBe(true);
    expect(next.address).toBe(old.address);
  });

  it('is started although a stale file names a living process, which is left alone', async () => {
    await prepareDataDir(dataDir);
    const stale = { pid: process.pid, processStart: 'long ago', controlPort: port, controlToken: 'x' };
    writeFileSync(join(dataDir, 'service.json'), JSON.stringify(stale));
    await using lease = await ensure(configWith());
    expect(lease.pid).not.toBe(process.pid);
  });

  it('with a damaged database says so, leaves it where it is, and ends', async () => {
    await prepareDataDir(dataDir);
    writeFileSync(join(dataDir, `temporal-${cli?.serverVersion}.db`), 'no database');
    const failure = await ensure(configWith()).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(String(failure)).toContain(`temporal-${cli?.serverVersion}.db", is damaged`);
    expect(readFileSync(join(dataDir, `temporal-${cli?.serverVersion}.db`), 'utf8')).toBe('no database');
    expect(existsSync(join(dataDir, 'service.json'))).toBe(false);
  });
});

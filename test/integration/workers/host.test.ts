import {
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/config.ts';
import { loadConfig } from '../../../src/config/load-config.ts';
import { prepareDataDir } from '../../../src/config/prepare-data-dir.ts';
import { WORKFLOW_TYPE } from '../../../src/contract/workflow-ids.ts';
import { waitForProcessEnd } from '../../../src/platform/end-process.ts';
import { isNodeError } from '../../../src/platform/is-node-error.ts';
import { identifyProcess, type ProcessIdentity } from '../../../src/platform/process-identity.ts';
import { connectTemporal } from '../../../src/temporal/connect.ts';
import { ensureHost } from '../../../src/workers/ensure-host.ts';
import type { HostLease } from '../../../src/workers/host-lease.ts';
import { keepHost, readHostStatus } from '../../../src/workers/read-host-status.ts';
import { stopHost } from '../../../src/workers/stop-host.ts';
import { killOutright } from '../../e2e/kill-outright.ts';
import { somePort } from '../../services/some-port.ts';
import { cliNote, findTestCli } from '../temporal/find-test-cli.ts';

const cli = await findTestCli();
const { signal } = new AbortController();
/** Starts and ends take seconds, and ten times as long with a processor shared by ten others. */
const LIMIT_MS = 120_000;

let root: string;
let dataDir: string;
let port: number;
let uiPort: number;

const makeRoot = async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'lectra-host-')));
  dataDir = join(root, 'data');
  port = await somePort();
  uiPort = await somePort();
};
const removeRoot = async () => {
  await stopHost({ dataDir, force: true, onProgress: () => undefined }, signal);
  rmSync(root, { recursive: true, force: true });
};

function configWith(env: Readonly<Record<string, string>> = {}): Config {
  return loadConfig({
    env: {
      PATH: process.env.PATH,
      LECTRA_DATA_DIR: dataDir,
      LECTRA_OUTPUT_DIR: join(root, 'output'),
      LECTRA_TEMPORAL_CLI: cli?.path,
      LECTRA_TEMPORAL_PORT: String(port),
      LECTRA_TEMPORAL_UI_PORT: String(uiPort),
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

/** Kills the host that starts in a folder and has not said yet who it is; it alone works there. */
function killStartingHost(folder: string): number {
  for (const name of readdirSync('/proc')) {
    try {
      if (!/^\d+$/.test(name) || readlinkSync(`/proc/${name}/cwd`) !== folder) continue;
      if (!readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('host-main')) continue;
      process.kill(Number(name), 'SIGKILL');
      return Number(name);
    } catch (error) {
      // It ended between the look at the list and this one.
      if (!isNodeError(error, 'ENOENT', 'ESRCH', 'EACCES')) throw error;
    }
  }
  throw new Error(`No host starts in ${folder}.`);
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

/** In order, each goes on with the host that the one before it left. */
describe.skipIf(cli === null)(`the host of one folder${cliNote(cli)}`, () => {
  /** Its file is written anew in its idle time. */
  const SETTINGS = { LECTRA_HOST_IDLE_MS: '300' };
  const notices: string[] = [];
  let lease: HostLease;

  beforeAll(makeRoot);
  afterAll(async () => {
    await lease?.release();
    await removeRoot();
  });

  it('is one, though two commands start it at once and a stale file names a living process, which is left alone', async () => {
    await prepareDataDir(dataDir);
    const stale = { pid: process.pid, processStart: 'long ago', controlPort: port, controlToken: 'x' };
    writeFileSync(join(dataDir, 'service.json'), JSON.stringify(stale));
    const config = configWith(SETTINGS);
    const [first, second] = await Promise.all([ensure(config, notices), ensure(config, notices)]);
    lease = first;
    expect(first.pid).not.toBe(process.pid);
    expect(second.pid).toBe(first.pid);
    await second.release();
    expect(notices).toContain('Starting Temporal');
  });

  it('is one for all commands that come later; it knows how many hold it, and polls every queue', async () => {
    const config = configWith(SETTINGS);
    const [second, third] = await Promise.all([ensure(config), ensure(config)]);
    expect(new Set([lease.pid, second.pid, third.pid]).size).toBe(1);
    expect(await readHostStatus(dataDir, signal)).toMatchObject({ clients: 3, isKept: false, taskQueue: 'lectra' });
    await Promise.all([second.release(), third.release()]);
    await using connection = await connectTemporal(lease.target, signal);
    for (const name of ['lectra', 'lectra-gpu', 'lectra-network', 'lectra-media']) {
      const { pollers } = await connection.client.workflowService.describeTaskQueue({
        namespace: 'default',
        taskQueue: { name },
        // TASK_QUEUE_TYPE_WORKFLOW 1, TASK_QUEUE_TYPE_ACTIVITY 2
        taskQueueType: name === 'lectra' ? 1 : 2,
      });
      expect(pollers?.length, name).toBeGreaterThan(0);
    }
  });

  it('is one for two paths to the same folder, which otherwise would drain each other in turn', async () => {
    const link = join(root, 'link');
    symlinkSync(dataDir, link);
    await using second = await ensure(configWith({ ...SETTINGS, LECTRA_DATA_DIR: link }));
    expect(second.pid).toBe(lease.pid);
  });

  it('writes its file anew when somebody removes or spoils it, so commands find it again', async () => {
    for (const spoil of [
      () => rmSync(join(dataDir, 'service.json')),
      () => writeFileSync(join(dataDir, 'service.json'), '{'),
    ]) {
      spoil();
      await expect
        .poll(async () => (await readHostStatus(dataDir, signal))?.pid, { timeout: LIMIT_MS })
        .toBe(lease.pid);
    }
  });

  it('that is killed is replaced at the same address while a client holds it, and open runs go on', async () => {
    await startWaitingRun(lease);
    const { pid } = lease;
    await killOutright([pid]);
    await expect
      .poll(() => readHostStatus(dataDir, signal), { timeout: LIMIT_MS, interval: 200 })
      .toMatchObject({
        address: lease.address,
        clients: 1,
        openRuns: 1,
      });
    expect((await readHostStatus(dataDir, signal))?.pid).not.toBe(pid);
  });

  it('with other settings is drained first, so a changed setting takes effect', async () => {
    const old = await ensure(configWith(SETTINGS));
    const identity = await identityOf(old);
    const next = await ensure(configWith({ ...SETTINGS, LECTRA_GPU_SLOTS: '2' }));
    await Promise.all([lease.release(), old.release()]);
    lease = next;
    expect(next.pid).not.toBe(identity.pid);
    expect(await waitForProcessEnd(identity, 0, signal)).toBe(true);
    expect(next.address).toBe(old.address);
  });

  it('leaves nothing running when it is drained', async () => {
    const identity = await identityOf(lease);
    expect(await stopHost({ dataDir, force: false, onProgress: () => undefined }, signal)).toBe(true);
    expect(await waitForProcessEnd(identity, 0, signal)).toBe(true);
    expect(existsSync(join(dataDir, 'service.json'))).toBe(false);
    expect(existsSync(join(dataDir, 'temporal-process.json'))).toBe(false);
  });
});

describe.skipIf(cli === null)(`the host${cliNote(cli)}`, () => {
  beforeEach(makeRoot);
  afterEach(removeRoot);

  it('ends after its idle time, but not while a run is open or it was told to stay', async () => {
    const lease = await ensure(configWith({ LECTRA_HOST_IDLE_MS: '300' }));
    const identity = await identityOf(lease);
    await startWaitingRun(lease);
    expect(await keepHost(dataDir, signal)).toBe(true);
    await using connection = await connectTemporal(lease.target, signal);
    await lease.release();
    await expect.poll(async () => (await readHostStatus(dataDir, signal))?.openRuns, { timeout: LIMIT_MS }).toBe(1);
    await connection.client.workflow.getHandle('lectra-waiting').terminate();
    await expect.poll(async () => (await readHostStatus(dataDir, signal))?.openRuns, { timeout: LIMIT_MS }).toBe(0);
    expect((await readHostStatus(dataDir, signal))?.isKept).toBe(true);
    await stopHost({ dataDir, force: false, onProgress: () => undefined }, signal);
    expect(await waitForProcessEnd(identity, 0, signal)).toBe(true);

    const unkept = await ensure(configWith({ LECTRA_HOST_IDLE_MS: '300' }));
    const unkeptIdentity = await identityOf(unkept);
    await unkept.release();
    expect(await waitForProcessEnd(unkeptIdentity, LIMIT_MS, signal)).toBe(true);
  });

  it('ends with its last client under CI, though its idle time is long', async () => {
    const lease = await ensure(configWith({ CI: 'true' }));
    const identity = await identityOf(lease);
    await lease.release();
    expect(await waitForProcessEnd(identity, LIMIT_MS, signal)).toBe(true);
    expect(existsSync(join(dataDir, 'service.json'))).toBe(false);
  });

  it('ends when its data folder is removed, since nobody can find it or use what it makes', async () => {
    const lease = await ensure(configWith({ LECTRA_HOST_IDLE_MS: '300' }));
    const identity = await identityOf(lease);
    const lasting = await ensure(configWith({ LECTRA_HOST_IDLE_MS: '300' }));
    expect(lasting.pid).toBe(lease.pid);
    await lease.release();
    const log = join(root, 'host.log');
    linkSync(join(dataDir, 'host.log'), log);
    // At once: a host that finds its file gone and the folder still there writes the file anew.
    renameSync(dataDir, join(root, 'removed'));
    rmSync(join(root, 'removed'), { recursive: true, force: true, maxRetries: 5 });
    expect(await waitForProcessEnd(identity, LIMIT_MS, signal), readFileSync(log, 'utf8')).toBe(true);
    await lasting.release();
  });

  it.runIf(process.platform === 'linux')(
    'that is killed while it starts is started again by the same command',
    async () => {
      const notices: string[] = [];
      const killed: number[] = [];
      const starting = ensureHost(
        configWith(),
        {
          onProgress: (message) => {
            notices.push(message);
            if (message === 'Starting the workers' && killed.length === 0) killed.push(killStartingHost(dataDir));
          },
        },
        signal,
      );
      await using lease = await starting;
      expect(killed).toHaveLength(1);
      expect(killed).not.toContain(lease.pid);
      expect(notices).toContain('The host was killed while it started; starting it again');
    },
  );

  it('that is killed while it drains is replaced, and the Temporal server it left behind is ended', async () => {
    const first = await ensure(configWith());
    const record = join(dataDir, 'temporal-process.json');
    const server = JSON.parse(readFileSync(record, 'utf8')) as ProcessIdentity;
    // A server that stands still keeps the drain from being over before the kill.
    process.kill(server.pid, 'SIGSTOP');
    process.kill(first.pid, 'SIGTERM');
    await expect
      .poll(() => readFileSync(join(dataDir, 'host.log'), 'utf8'), { timeout: LIMIT_MS })
      .toContain('The host was asked to end');
    await killOutright([first.pid]);
    process.kill(server.pid, 'SIGCONT');
    expect(existsSync(record)).toBe(true);
    await using next = await ensure(configWith());
    expect(next.pid).not.toBe(first.pid);
    expect(await waitForProcessEnd(server, LIMIT_MS, signal)).toBe(true);
    await first.release();
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

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/config.ts';
import { loadConfig } from '../../../src/config/load-config.ts';
import { prepareDataDir } from '../../../src/config/prepare-data-dir.ts';
import { isProcessRunning, type ProcessIdentity } from '../../../src/platform/process-identity.ts';
import { tryProcessLock } from '../../../src/platform/process-lock.ts';
import { ensureHost } from '../../../src/workers/ensure-host.ts';
import type { HostStart } from '../../../src/workers/host/host-messages.ts';
import { readHostVersion } from '../../../src/workers/host/host-version.ts';
import type { HostLease } from '../../../src/workers/host-lease.ts';
import { readHostStatus } from '../../../src/workers/read-host-status.ts';
import { stopHost } from '../../../src/workers/stop-host.ts';
import { killOutright } from '../../e2e/kill-outright.ts';
import { somePort } from '../../services/some-port.ts';
import { cliNote, findTestCli } from '../temporal/find-test-cli.ts';

const HOST_MAIN = fileURLToPath(new URL('../../../src/workers/host-main.ts', import.meta.url));
const cli = await findTestCli();
const { signal } = new AbortController();
/** A start takes seconds, and ten times as long with a processor shared by ten others. */
const STARTED_WITHIN_MS = 110_000;

let root: string;
let dataDir: string;
let cliPath: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'lectra-killed-')));
  dataDir = join(root, 'data');
  cliPath = join(root, 'temporal');
  linkCli();
});
afterEach(async () => {
  await stop();
  rmSync(root, { recursive: true, force: true });
});

function linkCli(): void {
  rmSync(cliPath, { force: true });
  if (cli !== null) symlinkSync(cli.path, cliPath);
}

const stop = () => stopHost({ dataDir, force: true, onProgress: () => undefined }, signal);

async function makeConfig(): Promise<Config> {
  const env = {
    PATH: process.env.PATH,
    LECTRA_DATA_DIR: dataDir,
    LECTRA_OUTPUT_DIR: join(root, 'output'),
    LECTRA_TEMPORAL_CLI: cliPath,
    LECTRA_TEMPORAL_PORT: String(await somePort()),
    LECTRA_TEMPORAL_UI_PORT: String(await somePort()),
    XDG_CONFIG_HOME: root,
  };
  return loadConfig({ env, cwd: root, homeDir: homedir() });
}

const ensure = async (): Promise<HostLease> => ensureHost(await makeConfig(), { onProgress: () => undefined }, signal);

function readServer(): ProcessIdentity {
  return JSON.parse(readFileSync(join(dataDir, 'temporal-process.json'), 'utf8')) as ProcessIdentity;
}

describe.skipIf(cli === null)(`a host that was killed${cliNote(cli)}`, () => {
  it('is replaced once what was in the way of the first tries is gone, since its client still holds it', async () => {
    await using lease = await ensure();
    const triesPath = join(root, 'tries');
    rmSync(cliPath);
    writeFileSync(cliPath, `#!/bin/sh\necho once >> '${triesPath}'\nexit 1\n`, { mode: 0o755 });
    process.kill(lease.pid, 'SIGKILL');
    await expect.poll(() => existsSync(triesPath), { timeout: STARTED_WITHIN_MS, interval: 50 }).toBe(true);
    linkCli();
    await expect
      .poll(() => readHostStatus(dataDir, signal), { timeout: STARTED_WITHIN_MS, interval: 200 })
      .toMatchObject({ address: lease.address, clients: 1 });
  });

  it('was not, though the client that started it was: it gets ready for whoever comes next', async () => {
    if (cli === null) throw new Error('This test runs with the Temporal CLI only.');
    await prepareDataDir(dataDir);
    const config = await makeConfig();
    const start: HostStart = { config, version: await readHostVersion(config), cli };
    const host = spawn(process.execPath, [HOST_MAIN], { cwd: dataDir, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    host.once('message', () => host.send(start, () => host.disconnect()));
    let said = '';
    const silent = new Promise<void>((resolve) => host.stdout?.once('close', resolve));
    host.stdout?.on('data', (chunk: Buffer) => {
      said += chunk;
    });
    await Promise.race([
      silent,
      expect.poll(() => said, { timeout: STARTED_WITHIN_MS }).toContain('The host is ready'),
    ]);
    expect(said).toContain('The host is ready');
    expect(await readHostStatus(dataDir, signal)).toMatchObject({ pid: host.pid, clients: 0 });
  });

  it('leaves a Temporal server behind, which "down" ends when nobody else came', async () => {
    const lease = await ensure();
    const server = readServer();
    await lease.release();
    await killOutright([lease.pid]);
    expect(await isProcessRunning(server)).toBe(true);
    {
      // Somebody has the folder: the server may be theirs.
      using lock = tryProcessLock(join(dataDir, 'host.lock'));
      expect(lock).not.toBeNull();
      expect(await stop()).toBe(false);
      expect(await isProcessRunning(server)).toBe(true);
    }
    expect(await stop()).toBe(true);
    expect(await isProcessRunning(server)).toBe(false);
    expect(await stop()).toBe(false);
  });
});

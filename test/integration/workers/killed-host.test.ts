import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/load-config.ts';
import { isProcessRunning, type ProcessIdentity } from '../../../src/platform/process-identity.ts';
import { tryProcessLock } from '../../../src/platform/process-lock.ts';
import { ensureHost } from '../../../src/workers/ensure-host.ts';
import type { HostLease } from '../../../src/workers/host-lease.ts';
import { readHostStatus } from '../../../src/workers/read-host-status.ts';
import { stopHost } from '../../../src/workers/stop-host.ts';
import { killOutright } from '../../e2e/kill-outright.ts';
import { somePort } from '../../services/some-port.ts';
import { cliNote, findTestCli } from '../temporal/find-test-cli.ts';

const cli = await findTestCli();
const { signal } = new AbortController();

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

async function ensure(): Promise<HostLease> {
  const env = {
    PATH: process.env.PATH,
    LECTRA_DATA_DIR: dataDir,
    LECTRA_OUTPUT_DIR: join(root, 'output'),
    LECTRA_TEMPORAL_CLI: cliPath,
    LECTRA_TEMPORAL_PORT: String(await somePort()),
    LECTRA_TEMPORAL_UI_PORT: String(await somePort()),
    XDG_CONFIG_HOME: root,
  };
  const config = loadConfig({ env, cwd: root, homeDir: homedir() });
  return ensureHost(config, { onProgress: () => undefined }, signal);
}

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
    await expect.poll(() => existsSync(triesPath), { timeout: 60_000, interval: 50 }).toBe(true);
    linkCli();
    await expect
      .poll(() => readHostStatus(dataDir, signal), { timeout: 60_000, interval: 200 })
      .toMatchObject({ address: lease.address, clients: 1 });
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

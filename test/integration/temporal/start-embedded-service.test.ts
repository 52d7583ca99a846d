import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tsToMs } from '@temporalio/common/lib/time.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isProcessRunning } from '../../../src/platform/process-identity.ts';
import { connectTemporal } from '../../../src/temporal/connect.ts';
import { type EmbeddedService, startEmbeddedService } from '../../../src/temporal/start-embedded-service.ts';
import { somePort } from '../../services/some-port.ts';
import { cliNote, findTestCli } from './find-test-cli.ts';

const cli = await findTestCli();
const { signal } = new AbortController();

let dataDir: string;
const services: EmbeddedService[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'lectra-service-'));
});
afterEach(async () => {
  for (const service of services.splice(0)) await service.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(change: { folder?: string; wantedPort?: number; wantedUiPort?: number; notices?: string[] } = {}) {
  if (cli === null) throw new Error('no CLI');
  const service = await startEmbeddedService(
    {
      cli,
      dataDir: change.folder ?? dataDir,
      wantedPort: change.wantedPort ?? (await somePort()),
      wantedUiPort: change.wantedUiPort ?? (await somePort()),
      onNotice: (message) => change.notices?.push(message),
    },
    signal,
  );
  services.push(service);
  return service;
}

const readRecord = (): { pid: number; start: string } =>
  JSON.parse(readFileSync(join(dataDir, 'temporal-process.json'), 'utf8'));

describe.skipIf(cli === null)(`the embedded service${cliNote(cli)}`, () => {
  it('answers, keeps closed runs for 30 days, shows its page, and ends without a trace', async () => {
    const service = await start();
    await using connection = await connectTemporal(service.target, signal);
    const { config } = await connection.client.workflowService.describeNamespace({ namespace: 'default' });
    expect(tsToMs(config?.workflowExecutionRetentionTtl)).toBe(30 * 86_400_000);
    const page = await fetch(service.target.uiUrl ?? '');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<html');
    const record = readRecord();
    await service.stop();
    await service.ended;
    expect(await isProcessRunning(record)).toBe(false);
    expect(existsSync(join(dataDir, 'temporal-process.json'))).toBe(false);
  });

  it('takes the next port when a service of somebody else has the wanted one, names it and leaves it alone', async () => {
    const foreignDir = mkdtempSync(join(tmpdir(), 'lectra-foreign-'));
    const foreign = await start({ folder: foreignDir });
    await using before = await connectTemporal(foreign.target, signal);
    await before.client.workflowService.updateNamespace({
      namespace: 'default',
      updateInfo: { description: 'mine' },
    });
    const notices: string[] = [];
    const own = await start({ wantedPort: foreign.port, notices });
    expect(own.port).toBeGreaterThan(foreign.port);
    expect(notices.join()).toContain(`somebody else answers on 127.0.0.1:${foreign.port}`);
    const { namespaceInfo } = await before.client.workflowService.describeNamespace({ namespace: 'default' });
    expect(namespaceInfo?.description).toBe('mine');
    await foreign.stop();
    rmSync(foreignDir, { recursive: true, force: true });
  });

  it('shows its page on the next port when one is named for both, and suspects nobody of having taken it', async () => {
    const wantedPort = await somePort();
    const notices: string[] = [];
    const { port, target, uiPort } = await start({ wantedPort, wantedUiPort: wantedPort, notices });
    expect([port, uiPort > port]).toEqual([wantedPort, true]);
    expect((await fetch(target.uiUrl ?? '')).status).toBe(200);
    expect(notices).toEqual([`Port ${port} is that of the service itself; port ${uiPort} is used for its page.`]);
  });

  it('stops a server that a killed host left on the same database, and keeps what is in it', async () => {
    const orphan = await start();
    const record = readRecord();
    {
      await using connection = await connectTemporal(orphan.target, signal);
      await connection.client.workflow.start('nobodyRunsThis', { taskQueue: 'none', workflowId: 'kept', args: [] });
    }
    const notices: string[] = [];
    const next = await start({ notices });
    expect(await isProcessRunning(record)).toBe(false);
    expect(notices.join()).toContain('left behind');
    await using connection = await connectTemporal(next.target, signal);
    expect((await connection.client.workflow.getHandle('kept').describe()).status.name).toBe('RUNNING');
  });
});

it('names the address when no service answers there', async () => {
  const address = `127.0.0.1:${await somePort()}`;
  const target = { address, namespace: 'default', uiUrl: null, profileToml: null };
  const failure = await connectTemporal(target, signal, 500).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  expect(String(failure)).toContain(address);
  expect(String(failure)).toContain('Start it, or give another --address');
  const own = await connectTemporal({ ...target, uiUrl: 'http://127.0.0.1:1' }, signal, 500).catch(
    (error: unknown) => error,
  );
  expect(String(own)).toContain('lectra down --force');
});

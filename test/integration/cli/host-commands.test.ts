import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { somePort } from '../../services/some-port.ts';
import { cliNote, findTestCli } from '../temporal/find-test-cli.ts';

const BIN = fileURLToPath(new URL('../../../src/cli/lectra.mjs', import.meta.url));
const cli = await findTestCli();

let root: string;
let env: NodeJS.ProcessEnv;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'lectra-commands-'));
  env = {
    ...process.env,
    LECTRA_DATA_DIR: join(root, 'data'),
    LECTRA_TEMPORAL_CLI: cli?.path ?? '',
    LECTRA_TEMPORAL_PORT: String(await somePort()),
    LECTRA_TEMPORAL_UI_PORT: String(await somePort()),
    XDG_CONFIG_HOME: root,
  };
});
afterEach(async () => {
  await lectra('down', '--force');
  rmSync(root, { recursive: true, force: true });
});

function start(...args: readonly string[]) {
  const child = spawn(process.execPath, [BIN, ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk;
  });
  const ended = once(child, 'close').then(([exitCode]) => ({ exitCode, stdout, stderr }));
  return { child, ended, stderr: () => stderr };
}

const lectra = (...args: readonly string[]) => start(...args).ended;

describe.skipIf(cli === null)(`the commands around the host${cliNote(cli)}`, () => {
  it('start it, reach its Temporal, look at it and end it', async () => {
    const up = await lectra('up', '--json');
    expect(up.exitCode).toBe(0);
    const { address, uiUrl } = JSON.parse(up.stdout);

    const described = await lectra('temporal', 'operator', 'namespace', 'describe', '-n', 'default');
    expect(described).toMatchObject({ exitCode: 0 });
    expect(described.stdout).toMatch(/RetentionTtl\s+720h/);
    expect(await lectra('temporal', 'workflow', 'describe', '--workflow-id', 'nobody')).toMatchObject({ exitCode: 1 });

    expect((await lectra('temporal', '--version')).stdout).toContain(`temporal version ${cli?.version}`);

    const doctor = await lectra('doctor', '--json');
    const { rows } = JSON.parse(doctor.stdout);
    const found = new Map(rows.map((row: { name: string; found: string }) => [row.name, row.found]));
    expect(found.get('Service')).toBe(`${address}, namespace default, Web UI ${uiUrl}`);
    for (const role of ['workflow', 'gpu', 'network', 'media']) expect(found.get(`Worker ${role}`)).toContain('lectra');

    expect(await lectra('down')).toMatchObject({ exitCode: 0, stdout: 'Lectra is down.\n' });
    expect(await lectra('down')).toMatchObject({ exitCode: 0, stdout: 'Lectra was not running.\n' });
  });

  it('run one role in the foreground until Ctrl-C, which drains it', async () => {
    const worker = start('worker', '--role', 'media');
    await expect.poll(worker.stderr, { timeout: 180_000 }).toContain('Working on lectra-media');
    worker.child.kill('SIGINT');
    const { exitCode, stdout } = await worker.ended;
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' });
  });
});

describe('without a service', () => {
  it('a role that is none is wrong usage', async () => {
    expect(await lectra('worker', '--role', 'cook')).toMatchObject({ exitCode: 2 });
  });

  it('a worker names the address where nothing answers', async () => {
    const address = `127.0.0.1:${await somePort()}`;
    const { exitCode, stderr } = await lectra('--address', address, 'worker', '--role', 'media');
    expect(exitCode).toBe(1);
    expect(stderr).toContain(address);
  });

  it('the doctor names a bad setting and ends with 1', async () => {
    env = { ...env, LECTRA_GPU_SLOTS: 'many' };
    const { exitCode, stdout } = await lectra('doctor');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('LECTRA_GPU_SLOTS');
  });
});

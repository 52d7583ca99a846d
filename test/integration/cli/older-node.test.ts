import { execFileSync, spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runLectra } from './run-lectra.ts';

const BIN = fileURLToPath(new URL('../../../src/cli/lectra.mjs', import.meta.url));
const olderNode = findOlderNode();
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectra-node-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A Node below 24 that is installed beside the one of the project. */
function findOlderNode(): string | null {
  for (const part of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(part, 'node');
    const { status, stdout } = spawnSync(path, ['-p', 'process.versions.node.split(".")[0]'], { encoding: 'utf8' });
    if (status === 0 && Number(stdout) < 24) return path;
  }
  return null;
}

const note = olderNode === null ? ' (not run: needs a Node below 24 on PATH)' : '';

describe.skipIf(olderNode === null)(`the bin under an older Node${note}`, () => {
  const node = olderNode ?? '';

  it('runs the program all the same and passes its exit code on', async () => {
    const version = await runLectra({ args: ['--version'], cwd: folder, node });
    expect(version).toMatchObject({ exitCode: 0, stderr: '' });
    const wrong = await runLectra({ args: ['generate', 'nope.md'], cwd: folder, node });
    expect(wrong.exitCode).toBe(2);
    expect(wrong.stderr).toContain('nope.md');
  });

  it('says what to do when the Node that Lectra brings along is not there', async () => {
    const alone = join(folder, 'lectra.mjs');
    await cp(BIN, alone);
    const { status, stderr } = spawnSync(node, [alone, '--version'], { encoding: 'utf8' });
    expect(stderr).toMatch(/^lectra: This is Node \d+\.\d+\.\d+, Lectra needs Node 24, .*npm ci.*\n$/);
    expect(status).toBe(1);
  });
});

it('starts no second process under Node 24, so that a signal has one receiver', () => {
  const probe = `process.argv.splice(1, process.argv.length, 'lectra', '--version');
    require('node:child_process').spawn = () => { throw new Error('a second process'); };
    require('node:module').syncBuiltinESMExports();
    import(${JSON.stringify(BIN)});`;
  expect(execFileSync(process.execPath, ['-e', probe], { encoding: 'utf8' })).toMatch(/^\d+\.\d+\.\d+\n$/);
});

import { chmod, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { prepareDataDir } from '../../../src/config/prepare-data-dir.ts';
import { runProcess } from '../../../src/platform/run-process.ts';
import { mountSmallDisk } from '../../e2e/mount-small-disk.ts';

const { signal } = new AbortController();
let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lectra-data-dir-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const refusal = (dataDir: string) => prepareDataDir(dataDir).catch((error: unknown) => error);

it('closes to others a folder that was open to them, since it holds documents', async () => {
  const dataDir = join(root, 'data');
  await mkdir(dataDir);
  await chmod(dataDir, 0o755);
  await prepareDataDir(dataDir);
  expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
});

it('follows a link to a folder, since that is how people move their data', async () => {
  await mkdir(join(root, 'elsewhere'));
  await symlink(join(root, 'elsewhere'), join(root, 'data'));
  await prepareDataDir(join(root, 'data'));
  expect((await stat(join(root, 'elsewhere'))).mode & 0o777).toBe(0o700);
});

it.each([
  ['a file', 'that is a file', (path: string) => writeFile(path, 'mine')],
  ['a link to nothing', 'a link to something that is not there', (path: string) => symlink('/nowhere/at/all', path)],
] as const)('says that the place is taken by %s, and leaves it', async (_, reason, lay) => {
  const dataDir = join(root, 'data');
  await lay(dataDir);
  const failure = await refusal(dataDir);
  expect(failure).toMatchObject({ code: 'CONFIG_INVALID' });
  expect(String(failure)).toContain(`"${dataDir}"`);
  expect(String(failure)).toContain(reason);
  expect(await readdir(root)).toEqual(['data']);
});

it('says that it would lie below a file', async () => {
  await writeFile(join(root, 'file'), 'mine');
  expect(String(await refusal(join(root, 'file', 'data')))).toContain('lies below one');
});

const disk = await mountSmallDisk();
it.skipIf(disk === null)(
  `says that the disk is read-only${disk === null ? ' (not run: needs the right to mount)' : ''}`,
  async () => {
    if (disk === null) throw new TypeError('There is no disk.');
    await using mounted = disk;
    await runProcess({ command: 'mount', args: ['-o', 'remount,ro', mounted.path], signal });
    const failure = await refusal(join(mounted.path, 'data'));
    expect(failure).toMatchObject({ code: 'CONFIG_INVALID' });
    expect(String(failure)).toContain('read-only disk');
    expect(String(await refusal(mounted.path))).toContain('read-only disk');
  },
);

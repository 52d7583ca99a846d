import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type PublishedFile, publishFolder } from '../../../src/artifacts/publish-folder.ts';

const NOW = new Date('2026-03-04T05:06:07Z');
const signal = new AbortController().signal;

let outputFolder = '';

beforeEach(async () => {
  outputFolder = await mkdtemp(join(tmpdir(), 'lectra-output-'));
});

afterEach(() => rm(outputFolder, { recursive: true, force: true }));

function file(name: string, text: string): PublishedFile {
  return { name, sha256: createHash('sha256').update(text).digest('hex'), writeTo: (path) => writeFile(path, text) };
}

function publish(...files: PublishedFile[]) {
  return publishFolder({ outputFolder, project: 'tides', files, now: () => NOW }, signal);
}

const read = (...path: string[]) => readFile(join(outputFolder, ...path), 'utf8');
const visible = async (...path: string[]) =>
  (await readdir(join(outputFolder, ...path))).filter((name) => !name.startsWith('.')).sort();

test('lays the files, with sub-folders, and nothing else', async () => {
  const { folder, editedFolder } = await publish(file('a.txt', 'A'), file('slides/slide-01.png', 'P'));
  expect(folder).toBe(join(outputFolder, 'tides'));
  expect(editedFolder).toBeNull();
  expect(await visible('tides')).toEqual(['a.txt', 'slides']);
  expect(await readdir(outputFolder)).toEqual(['tides']);
});

test('replaces the folder whole, so nothing of the last run stays behind', async () => {
  await publish(file('a.txt', 'A'), file('b.txt', 'B'));
  await publish(file('a.txt', 'A2'));
  expect(await visible('tides')).toEqual(['a.txt']);
  expect(await read('tides', 'a.txt')).toBe('A2');
});

test('keeps a file that a person changed, and one that a person added', async () => {
  await publish(file('a.txt', 'A'), file('b.txt', 'B'));
  await writeFile(join(outputFolder, 'tides', 'a.txt'), 'my words');
  await writeFile(join(outputFolder, 'tides', 'notes.md'), 'mine');
  const { editedFolder } = await publish(file('a.txt', 'A'), file('b.txt', 'B'));
  expect(editedFolder).toBe(join(outputFolder, 'tides.edited-2026-03-04'));
  expect(await visible('tides.edited-2026-03-04')).toEqual(['a.txt', 'notes.md']);
  expect(await read('tides.edited-2026-03-04', 'a.txt')).toBe('my words');
  expect(await read('tides', 'a.txt')).toBe('A');
});

test('a folder that Lectra never wrote is kept whole, under another name the second time', async () => {
  await mkdir(join(outputFolder, 'tides'));
  await writeFile(join(outputFolder, 'tides', 'thesis.docx'), 'years of work');
  await mkdir(join(outputFolder, 'tides.edited-2026-03-04'));
  const { editedFolder } = await publish(file('a.txt', 'A'));
  expect(editedFolder).toBe(join(outputFolder, 'tides.edited-2026-03-04-2'));
  expect(await read('tides.edited-2026-03-04-2', 'thesis.docx')).toBe('years of work');
});

test('mends a crash between the two renames, so the last good folder is never lost', async () => {
  await publish(file('a.txt', 'A'));
  await rename(join(outputFolder, 'tides'), join(outputFolder, '.tides.old'));
  await mkdir(join(outputFolder, '.tides.new'));
  const failing: PublishedFile = { name: 'b.txt', sha256: '', writeTo: () => Promise.reject(new Error('power cut')) };
  await expect(publish(failing)).rejects.toThrow('power cut');
  expect(await read('tides', 'a.txt')).toBe('A');
  expect(await readdir(outputFolder)).toEqual(['tides']);
});

test('refuses to follow a link in place of the project folder', async () => {
  await mkdir(join(outputFolder, 'elsewhere'));
  await symlink(join(outputFolder, 'elsewhere'), join(outputFolder, 'tides'));
  await expect(publish(file('a.txt', 'A'))).rejects.toMatchObject({
    code: 'OUTPUT_UNWRITABLE',
    message: expect.stringContaining('symbolic link'),
  });
  expect(await readdir(join(outputFolder, 'elsewhere'))).toEqual([]);
});

test('names the folder when a file stands where it should be', async () => {
  await writeFile(join(outputFolder, 'blocked'), '');
  const input = {
    outputFolder: join(outputFolder, 'blocked'),
    project: 'tides',
    files: [file('a.txt', 'A')],
    now: () => NOW,
  };
  await expect(publishFolder(input, signal)).rejects.toMatchObject({ code: 'OUTPUT_UNWRITABLE' });
});

test('two publishers of one project take turns', async () => {
  await Promise.all(['1', '2', '3'].map((text) => publish(file('a.txt', text), file('b.txt', text))));
  expect(await read('tides', 'a.txt')).toBe(await read('tides', 'b.txt'));
  expect(await readdir(outputFolder)).toEqual(['tides']);
});

test('a cancel does not wait for a publisher that holds the folder', async () => {
  const cancel = new AbortController();
  const holding = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const holder = publish({
    name: 'slow.txt',
    sha256: '',
    writeTo: async (path) => {
      holding.resolve();
      await released.promise;
      await writeFile(path, '');
    },
  });
  await holding.promise;
  const waiting = publishFolder({ outputFolder, project: 'tides', files: [], now: () => NOW }, cancel.signal);
  cancel.abort(new Error('cancelled by the user'));
  await expect(waiting).rejects.toThrow('cancelled by the user');
  released.resolve();
  await holder;
});

test('a full disk leaves nothing half-laid', async () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  await expect(publish({ name: 'a.txt', sha256: '', writeTo: () => Promise.reject(full) })).rejects.toBe(full);
  expect(await readdir(outputFolder)).toEqual([]);
});

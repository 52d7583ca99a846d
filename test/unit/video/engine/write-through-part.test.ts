import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeThroughPart } from '../../../../src/video/engine/write-through-part.ts';

describe('writeThroughPart', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lectra-part-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('shows a file only once it is whole', async () => {
    const path = join(folder, 'a.mp4');
    await writeThroughPart([path], async ([partPath = '']) => {
      await writeFile(partPath, 'whole');
      expect(await readdir(folder)).toEqual(['a.mp4.part']);
    });
    expect(await readdir(folder)).toEqual(['a.mp4']);
    expect(await readFile(path, 'utf8')).toBe('whole');
  });

  it('keeps the old file and removes the new one when writing fails', async () => {
    const path = join(folder, 'a.mp4');
    await writeFile(path, 'old');
    const cause = new Error('no');
    const failing = writeThroughPart([path], async ([partPath = '']) => {
      await writeFile(partPath, 'half');
      throw cause;
    });
    await expect(failing).rejects.toBe(cause);
    expect(await readdir(folder)).toEqual(['a.mp4']);
    expect(await readFile(path, 'utf8')).toBe('old');
  });

  it('says that the disk is full, since trying again helps only after the user made room', async () => {
    const full = Object.assign(new Error('write'), { code: 'ENOSPC' });
    const failing = writeThroughPart([join(folder, 'a.mp4')], () => Promise.reject(full));
    await expect(failing).rejects.toMatchObject({ name: 'RenderError', code: 'DISK_FULL', cause: full });
  });
});

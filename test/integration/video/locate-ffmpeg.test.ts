import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { locateFfmpeg } from '../../../src/video/locate-ffmpeg.ts';
import { createFolder } from './video-rig.ts';

async function createProgram(folder: string, lines: readonly string[]): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'ffmpeg');
  await writeFile(path, ['#!/bin/sh', ...lines, ''].join('\n'));
  await chmod(path, 0o755);
  return path;
}

function fakeFfmpeg(version: string, encoders: readonly string[]): readonly string[] {
  const rows = encoders.map((name) => `echo ' V..... ${name}   encoder'`);
  return [`if [ "$1" = -version ]; then echo 'ffmpeg version ${version} Copyright'; else`, 'true', ...rows, 'fi'];
}

const ALL = ['libx264', 'aac', 'libmp3lame'];

describe('locateFfmpeg', () => {
  it('takes the configured one before any other', async () => {
    await using folder = await createFolder();
    const configuredPath = await createProgram(join(folder.path, 'mine'), fakeFfmpeg('7.1', ALL));
    await createProgram(join(folder.path, 'bin'), fakeFfmpeg('6.0', ALL));
    const found = await locateFfmpeg({ configuredPath, searchPath: join(folder.path, 'bin') });
    expect(found).toEqual({ path: configuredPath, version: '7.1', origin: 'configured' });
  });

  it('does not pass over a configured one that is broken, since the user asked for that one', async () => {
    await using folder = await createFolder();
    const notFfmpeg = await createProgram(join(folder.path, 'mine'), ['echo hello']);
    const broken = await createProgram(join(folder.path, 'broken'), ['exit 3']);
    const missing = join(folder.path, 'missing', 'ffmpeg');
    const locate = (configuredPath: string) => locateFfmpeg({ configuredPath, searchPath: process.env.PATH ?? '' });
    await expect(locate(notFfmpeg)).rejects.toMatchObject({
      code: 'ENGINE_MISSING',
      message: expect.stringContaining('is not an ffmpeg'),
    });
    await expect(locate(broken)).rejects.toThrow('exit code 3');
    await expect(locate(missing)).rejects.toThrow('cannot be started');
  });

  it('goes on along the search path when one lacks an encoder', async () => {
    await using folder = await createFolder();
    const [first, second] = [join(folder.path, 'a'), join(folder.path, 'b')];
    await createProgram(first, fakeFfmpeg('6.0', ['aac', 'libmp3lame', 'libx264rgb']));
    const path = await createProgram(second, fakeFfmpeg('5.1.9-0', ALL));
    const found = await locateFfmpeg({ configuredPath: null, searchPath: [first, second].join(delimiter) });
    expect(found).toEqual({ path, version: '5.1.9-0', origin: 'path' });
  });

  it('passes over none that was killed while it was asked, since another one makes other files', async () => {
    await using folder = await createFolder();
    const [first, second] = [join(folder.path, 'a'), join(folder.path, 'b')];
    const path = await createProgram(first, ['kill -KILL $$']);
    await createProgram(second, fakeFfmpeg('6.0', ALL));
    const searchPath = [first, second].join(delimiter);
    await expect(locateFfmpeg({ configuredPath: null, searchPath })).rejects.toMatchObject({
      code: 'MEMORY_EXHAUSTED',
      message: expect.stringContaining(path),
    });
    await expect(locateFfmpeg({ configuredPath: path, searchPath })).rejects.toMatchObject({
      code: 'MEMORY_EXHAUSTED',
    });
  });

  it('names the missing encoder of a configured one and the way out', async () => {
    await using folder = await createFolder();
    const configuredPath = await createProgram(folder.path, fakeFfmpeg('6.0', ['aac', 'libmp3lame', 'libx264rgb']));
    await expect(locateFfmpeg({ configuredPath, searchPath: '' })).rejects.toThrow(
      /has no encoder libx264\. .*FFMPEG_PATH/,
    );
  });

  it('falls back to the packaged one, so nothing must be installed', async () => {
    const found = await locateFfmpeg({ configuredPath: null, searchPath: '' });
    expect(found.origin).toBe('package');
    expect(found.version).toMatch(/\S/);
  });
});

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProcess } from '../../../src/platform/run-process.ts';
import { encodeNarrationAudio } from '../../../src/video/encode-narration-audio.ts';
import { muxTracks } from '../../../src/video/mux/mux-tracks.ts';
import { mountSmallDisk } from '../../e2e/mount-small-disk.ts';
import { createFolder, findFfmpeg, NEVER, printFfmpeg } from './video-rig.ts';

const STEP_KB = 4;
const disk = await mountSmallDisk();
const note = disk === null ? ' (not run: needs the right to mount a disk)' : '';
const pcm = Int16Array.from({ length: 48_000 * 2 }, (_, at) => 8192 * Math.sin(at / 17));

/** Writes on a disk that grows from 4 KB until there is room. Returns how often it was full. */
async function writeUntilThereIsRoom(path: string, names: readonly string[], write: () => Promise<void>) {
  let fullTimes = 0;
  for (let sizeKb = STEP_KB; ; sizeKb += STEP_KB) {
    const args = ['-o', `remount,size=${sizeKb}k`, path];
    await runProcess({ command: 'mount', args, signal: NEVER });
    try {
      await write();
      expect((await readdir(path)).sort()).toEqual([...names].sort());
      return fullTimes;
    } catch (error) {
      expect(error).toMatchObject({ code: 'DISK_FULL' });
      fullTimes += 1;
    }
  }
}

describe.skipIf(disk === null)(`ffmpeg on a disk that is full at one byte or another${note}`, () => {
  it('never passes the beginning of a file off as the file, though it would end with 0', async () => {
    await using mounted = disk;
    await using folder = await createFolder();
    if (mounted === null) throw new TypeError('There is no disk.');
    const ffmpeg = await findFfmpeg();
    const on = (name: string) => join(mounted.path, name);
    const whole = { mp3Path: join(folder.path, 'n.mp3'), aacPath: join(folder.path, 'n.m4a') };
    await encodeNarrationAudio({ ffmpeg, pcm, ...whole }, NEVER);
    const narrow = { mp3Path: on('n.mp3'), aacPath: on('n.m4a') };
    const audioTimes = await writeUntilThereIsRoom(mounted.path, ['n.m4a', 'n.mp3'], () =>
      encodeNarrationAudio({ ffmpeg, pcm, ...narrow }, NEVER),
    );
    expect(audioTimes).toBeGreaterThan(5);
    expect(await readFile(narrow.mp3Path)).toEqual(await readFile(whole.mp3Path));
    expect(await readFile(narrow.aacPath)).toEqual(await readFile(whole.aacPath));
    await Promise.all(
      [narrow.mp3Path, narrow.aacPath].map((path) => runProcess({ command: 'rm', args: [path], signal: NEVER })),
    );

    const videoPath = join(folder.path, 'picture.mp4');
    await printFfmpeg(ffmpeg, ['-f', 'lavfi', '-i', 'testsrc=d=2:s=320x180:r=30', '-c:v', 'libx264', videoPath]);
    const metadataPath = join(folder.path, 'chapters.ffmetadata');
    await writeFile(metadataPath, ';FFMETADATA1\ntitle=Tides\n');
    const mux = (outputPath: string) =>
      muxTracks(
        { ffmpeg, videoPath, aacPath: whole.aacPath, srtPath: null, metadataPath, fps: 30, language: 'en', outputPath },
        NEVER,
      );
    await mux(join(folder.path, 'whole.mp4'));
    const videoTimes = await writeUntilThereIsRoom(mounted.path, ['narrow.mp4'], () => mux(on('narrow.mp4')));
    expect(videoTimes).toBeGreaterThan(5);
    expect(await readFile(on('narrow.mp4'))).toEqual(await readFile(join(folder.path, 'whole.mp4')));
  });
});

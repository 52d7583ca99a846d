import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeNarrationAudio } from '../../../src/video/encode-narration-audio.ts';
import { createFolder, findFfmpeg, NEVER, readSamples } from './video-rig.ts';

const SECONDS = 3;

/** A 440 Hz tone at a quarter of full scale. */
function tone(): Int16Array {
  return Int16Array.from({ length: 48_000 * SECONDS }, (_, at) => 8192 * Math.sin((2 * Math.PI * 440 * at) / 48_000));
}

function rms(samples: Int16Array): number {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}

describe('encodeNarrationAudio', () => {
  it('writes MP3 and AAC of the level and length that were measured', async () => {
    await using folder = await createFolder();
    const ffmpeg = await findFfmpeg();
    const paths = { mp3Path: join(folder.path, 'n.mp3'), aacPath: join(folder.path, 'n.m4a') };
    await encodeNarrationAudio({ ffmpeg, pcm: tone(), ...paths }, NEVER);
    expect((await readdir(folder.path)).sort()).toEqual(['n.m4a', 'n.mp3']);
    for (const path of [paths.mp3Path, paths.aacPath]) {
      const samples = await readSamples(ffmpeg, path);
      // A codec frame of padding at the end at most: 1,152 samples in MP3, 1,024 in AAC.
      expect(samples.length - 48_000 * SECONDS, path).toBeLessThanOrEqual(1152);
      expect(samples.length, path).toBeGreaterThanOrEqual(48_000 * SECONDS);
      const decibels = 20 * Math.log10(rms(samples.subarray(4800, 48_000)) / rms(tone().subarray(4800, 48_000)));
      expect(Math.abs(decibels), path).toBeLessThan(0.1);
    }
  });

  it('takes only the given part of a larger buffer', async () => {
    await using folder = await createFolder();
    const ffmpeg = await findFfmpeg();
    const paths = { mp3Path: join(folder.path, 'n.mp3'), aacPath: join(folder.path, 'n.m4a') };
    await encodeNarrationAudio({ ffmpeg, pcm: tone().subarray(48_000, 96_000), ...paths }, NEVER);
    expect((await readSamples(ffmpeg, paths.aacPath)).length).toBeLessThan(48_000 + 1024);
  });

  it('leaves neither file when one of them cannot be written', async () => {
    await using folder = await createFolder();
    const ffmpeg = await findFfmpeg();
    const paths = { mp3Path: join(folder.path, 'n.mp3'), aacPath: join(folder.path, 'missing', 'n.m4a') };
    await expect(encodeNarrationAudio({ ffmpeg, pcm: tone(), ...paths }, NEVER)).rejects.toMatchObject({
      code: 'FFMPEG_FAILED',
      message: expect.stringContaining('encode the narration as AAC'),
    });
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('passes the reason of an abort on and leaves no file', async () => {
    await using folder = await createFolder();
    const ffmpeg = await findFfmpeg();
    const controller = new AbortController();
    const reason = new Error('the user cancelled');
    const paths = { mp3Path: join(folder.path, 'n.mp3'), aacPath: join(folder.path, 'n.m4a') };
    const running = encodeNarrationAudio({ ffmpeg, pcm: tone(), ...paths }, controller.signal);
    controller.abort(reason);
    await expect(running).rejects.toBe(reason);
    expect(await readdir(folder.path)).toEqual([]);
  });
});

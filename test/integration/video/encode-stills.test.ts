import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProcess } from '../../../src/platform/run-process.ts';
import { encodeStills, type RawStill } from '../../../src/video/encode-stills.ts';
import { serializeEncodedStills } from '../../../src/video/encoded-stills.ts';
import { skipFrames } from '../../../src/video/skip-frames.ts';
import { videoSizeOf } from '../../../src/video/video-size.ts';
import { createFolder, drawNumbered, findFfmpeg, listNumbered, NEVER } from './video-rig.ts';

const SIZE = { widthPx: 640, heightPx: 360 };

describe('encodeStills', () => {
  it('gives the same bytes for the same pictures, so a repeated step is found in the cache', async () => {
    const ffmpeg = await findFfmpeg();
    const encode = () => encodeStills({ ffmpeg, frames: listNumbered([1, 2, 3], SIZE), ...SIZE, fps: 30 }, NEVER);
    const first = await encode();
    expect(first.stills).toHaveLength(3);
    expect(serializeEncodedStills(await encode())).toEqual(serializeEncodedStills(first));
  });

  it.each(['720p', '1080p', '1440p', '2160p'] as const)(
    'writes the parameter sets of the skip frames at %s, or the two could not be joined',
    async (quality) => {
      const ffmpeg = await findFfmpeg();
      const size = videoSizeOf(quality);
      const flat: RawStill = { ...size, rgba: new Uint8Array(size.widthPx * size.heightPx * 4).fill(200) };
      const frames = (async function* () {
        yield flat;
      })();
      const encoded = await encodeStills({ ffmpeg, frames, ...size, fps: 30 }, NEVER);
      const skips = await skipFrames({ ffmpeg, ...size, fps: 30 }, NEVER);
      expect(encoded.sps).toEqual(skips.sps);
      expect(encoded.pps).toEqual(skips.pps);
      expect(skips.frames).toHaveLength(16);
      expect(await skipFrames({ ffmpeg, ...size, fps: 30 }, NEVER)).toBe(skips);
    },
  );

  it('keeps colours as drawn when they are read back as BT.709, since HD players read them so', async () => {
    const ffmpeg = await findFfmpeg();
    const colors = [
      [200, 30, 40],
      [20, 160, 70],
      [30, 60, 210],
      [255, 255, 255],
      [0, 0, 0],
    ] as const;
    async function* frames(): AsyncGenerator<RawStill> {
      for (const color of colors) {
        const rgba = new Uint8Array(SIZE.widthPx * SIZE.heightPx * 4);
        for (let at = 0; at < rgba.length; at += 4) rgba.set([...color, 255], at);
        yield { ...SIZE, rgba };
      }
    }
    const encoded = await encodeStills({ ffmpeg, frames: frames(), ...SIZE, fps: 30 }, NEVER);
    const startCode = Uint8Array.of(0, 0, 0, 1);
    const units = [encoded.sps, encoded.pps, ...encoded.stills.map((still) => still.subarray(4))];
    const { stdout } = await runProcess({
      command: ffmpeg.path,
      args: [
        ...['-v', 'error', '-f', 'h264', '-i', 'pipe:0', '-vsync', 'passthrough'],
        ...['-vf', 'scale=in_color_matrix=bt709:in_range=tv:flags=accurate_rnd+full_chroma_int,format=rgb24,crop=1:1'],
        ...['-f', 'rawvideo', 'pipe:1'],
      ],
      stdin: Buffer.concat(units.flatMap((unit) => [startCode, unit])),
      signal: NEVER,
    });
    const largestError = Math.max(...colors.flat().map((value, index) => Math.abs(value - (stdout[index] ?? -99))));
    expect(stdout).toHaveLength(colors.flat().length);
    expect(largestError).toBeLessThanOrEqual(3);
  });

  it('refuses a picture of another size and one without its pixels', async () => {
    const ffmpeg = await findFfmpeg();
    const small = listNumbered([1], { widthPx: 320, heightPx: 180 });
    await expect(encodeStills({ ffmpeg, frames: small, ...SIZE, fps: 30 }, NEVER)).rejects.toMatchObject({
      code: 'RENDER_FAILED',
      message: 'Still 1 is 320 x 180 in 230400 bytes, not 640 x 360 in RGBA.',
    });
    await expect(
      encodeStills({ ffmpeg, frames: listNumbered([], SIZE), ...SIZE, fps: 30 }, NEVER),
    ).rejects.toMatchObject({
      code: 'RENDER_FAILED',
    });
  });

  it('ends ffmpeg and passes the reason on when it is aborted between two pictures', async () => {
    await using folder = await createFolder();
    const found = await findFfmpeg();
    const pidPath = join(folder.path, 'pid');
    const path = join(folder.path, 'ffmpeg');
    await writeFile(path, `#!/bin/sh\necho $$ > '${pidPath}'\nexec '${found.path}' "$@"\n`);
    await chmod(path, 0o755);
    const controller = new AbortController();
    const reason = new Error('the user cancelled');
    let pid = Number.NaN;
    async function* frames(): AsyncGenerator<RawStill> {
      for (let index = 0; index < 6; index += 1) yield drawNumbered(index, SIZE);
      // Six pictures are more than a pipe holds: ffmpeg has read some, so it is there.
      pid = Number(await readFile(pidPath, 'utf8'));
      controller.abort(reason);
      yield drawNumbered(7, SIZE);
    }
    const ffmpeg = { ...found, path };
    await expect(encodeStills({ ffmpeg, frames: frames(), ...SIZE, fps: 30 }, controller.signal)).rejects.toBe(reason);
    expect(pid).toBeGreaterThan(0);
    expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
  });

  it('passes on what failed while a picture was drawn, untouched', async () => {
    const ffmpeg = await findFfmpeg();
    const cause = new Error('no such font');
    async function* frames(): AsyncGenerator<RawStill> {
      yield drawNumbered(1, SIZE);
      throw cause;
    }
    await expect(encodeStills({ ffmpeg, frames: frames(), ...SIZE, fps: 30 }, NEVER)).rejects.toBe(cause);
  });
});

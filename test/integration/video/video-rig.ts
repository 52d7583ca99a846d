import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TimelinePage } from '../../../src/contract/schemas/timeline.ts';
import { runProcess } from '../../../src/platform/run-process.ts';
import type { RawStill } from '../../../src/video/encode-stills.ts';
import { type Ffmpeg, locateFfmpeg } from '../../../src/video/locate-ffmpeg.ts';

/** The signal of a test that is never aborted. */
export const NEVER = new AbortController().signal;
const BLOCKS = 8;

/** The ffmpeg of this machine, found as the product finds it. */
export function findFfmpeg(): Promise<Ffmpeg> {
  return locateFfmpeg({ configuredPath: process.env.FFMPEG_PATH ?? null, searchPath: process.env.PATH ?? '' });
}

/** A folder of its own for one test. */
export async function createFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'lectra-video-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** A noisy picture whose left half carries `number` as eight rows, white for one and black for zero. */
export function drawNumbered(number: number, size: { readonly widthPx: number; readonly heightPx: number }): RawStill {
  const { widthPx, heightPx } = size;
  const rgba = new Uint8Array(widthPx * heightPx * 4);
  let noise = number + 1;
  for (let pixel = 0; pixel < widthPx * heightPx; pixel += 1) {
    const row = Math.floor(((pixel / widthPx) * BLOCKS) / heightPx);
    noise = (noise * 1_103_515_245 + 12_345) & 0x7fffffff;
    const block = ((number >> row) & 1) * 255;
    const isBlock = pixel % widthPx < widthPx / 2;
    rgba.set(isBlock ? [block, block, block, 255] : [noise >> 16, noise >> 8, noise >> 12, 255], pixel * 4);
  }
  return { rgba, widthPx, heightPx };
}

/** Yields the pictures one by one. */
export async function* listNumbered(
  numbers: readonly number[],
  size: { readonly widthPx: number; readonly heightPx: number },
): AsyncGenerator<RawStill> {
  for (const number of numbers) yield drawNumbered(number, size);
}

/** Decodes every frame of a video, strictly, and returns the number that each one shows. */
export async function readNumbers(ffmpeg: Ffmpeg, path: string): Promise<readonly number[]> {
  const { stdout } = await runProcess({
    command: ffmpeg.path,
    args: [
      ...['-v', 'error', '-xerror', '-err_detect', 'explode', '-i', path, '-map', '0:v:0', '-vsync', 'passthrough'],
      ...['-vf', `crop=iw/2:ih:0:0,scale=1:${BLOCKS}:flags=area,format=gray`, '-f', 'rawvideo', 'pipe:1'],
    ],
    signal: NEVER,
  });
  return Array.from({ length: stdout.length / BLOCKS }, (_, frame) =>
    stdout
      .subarray(frame * BLOCKS, (frame + 1) * BLOCKS)
      .reduce((sum, gray, bit) => sum + (gray > 127 ? 1 << bit : 0), 0),
  );
}

/** What ffmpeg makes of the arguments, as text. */
export async function printFfmpeg(ffmpeg: Ffmpeg, args: readonly string[]): Promise<string> {
  const { stdout } = await runProcess({ command: ffmpeg.path, args: ['-v', 'error', ...args], signal: NEVER });
  return new TextDecoder().decode(stdout);
}

/** The sound of a file as samples at 48 kHz. */
export async function readSamples(ffmpeg: Ffmpeg, path: string): Promise<Int16Array> {
  const { stdout } = await runProcess({
    command: ffmpeg.path,
    args: ['-v', 'error', '-i', path, '-map', '0:a:0', '-f', 's16le', '-ac', '1', '-ar', '48000', 'pipe:1'],
    signal: NEVER,
  });
  return new Int16Array(stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + stdout.byteLength));
}

/** A page of the timeline; `shown` lists [still of the page, frames that it lasts]. */
export function createPage(
  place: Pick<TimelinePage, 'slideId' | 'slideNumber' | 'pageNumber' | 'startFrame' | 'title'>,
  shown: readonly (readonly [still: number, frameCount: number])[],
): TimelinePage {
  const stills: TimelinePage['stills'] = [];
  let startFrame = place.startFrame;
  for (const [still, frameCount] of shown) {
    stills.push({ still, startFrame });
    startFrame += frameCount;
  }
  return { ...place, frameCount: startFrame - place.startFrame, stills, sentenceIndices: [] };
}

import { RenderError } from '../contract/errors.ts';
import { encodeRawFrames } from './h264/encode-raw-frames.ts';
import type { Ffmpeg } from './locate-ffmpeg.ts';

/** H.264 pictures that say "as before". The frame j after a whole picture (j from 1) is `frames[(j - 1) % 16]`: the frame number has four bits. */
export interface SkipFrames {
  readonly sps: Uint8Array;
  readonly pps: Uint8Array;
  /** Sixteen, as MP4 stores them. */
  readonly frames: readonly Uint8Array[];
}

export interface SkipFramesInput {
  readonly ffmpeg: Ffmpeg;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly fps: number;
}

const FRAME_NUMBER_PERIOD = 16;
// 68 bytes at 1080p, growing with the macroblocks; anything larger holds picture content and would repaint a still.
const MAX_SKIP_FRAME_BYTES = 400;

const known = new WeakMap<Ffmpeg, Map<string, SkipFrames>>();

/**
 * Returns the skip frames for stills of this size and rate, made by the same encoder and kept as long as the `ffmpeg` object lives.
 * Throws RenderError FFMPEG_FAILED when the encoder makes frames that do not repeat after sixteen.
 */
export async function skipFrames(input: SkipFramesInput, signal: AbortSignal): Promise<SkipFrames> {
  const key = `${input.widthPx}x${input.heightPx}@${input.fps}`;
  const bySize = known.get(input.ffmpeg) ?? new Map<string, SkipFrames>();
  known.set(input.ffmpeg, bySize);
  const made = bySize.get(key) ?? (await encodeSkipFrames(input, signal));
  bySize.set(key, made);
  return made;
}

async function encodeSkipFrames(input: SkipFramesInput, signal: AbortSignal): Promise<SkipFrames> {
  // One whole picture, sixteen skips, and the first of the next round to prove that the round closes.
  const frameCount = FRAME_NUMBER_PERIOD + 2;
  const coded = await encodeRawFrames(
    { ...input, source: 'yuv420p', wholeFrames: 'first', frames: flatFrames(input, frameCount) },
    signal,
  );
  const [whole, ...skips] = coded.pictures;
  const frames = skips.slice(0, FRAME_NUMBER_PERIOD).map((picture) => picture.data);
  const closing = skips.at(FRAME_NUMBER_PERIOD)?.data;
  const isPeriodic =
    coded.pictures.length === frameCount &&
    whole?.isWhole === true &&
    skips.every((picture) => !picture.isWhole && picture.data.length <= MAX_SKIP_FRAME_BYTES) &&
    Buffer.compare(frames[0] ?? new Uint8Array(), closing ?? new Uint8Array()) === 0;
  if (!isPeriodic) {
    throw new RenderError(
      'FFMPEG_FAILED',
      `ffmpeg ${input.ffmpeg.version} at ${input.ffmpeg.path} makes skip frames that do not repeat after ${FRAME_NUMBER_PERIOD}. Set FFMPEG_PATH to another ffmpeg.`,
    );
  }
  return { sps: coded.sps, pps: coded.pps, frames };
}

async function* flatFrames(size: SkipFramesInput, count: number): AsyncGenerator<Uint8Array> {
  const gray = new Uint8Array((size.widthPx * size.heightPx * 3) / 2).fill(128);
  for (let index = 0; index < count; index += 1) yield gray;
}

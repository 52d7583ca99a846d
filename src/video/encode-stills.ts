import { RenderError } from '../contract/errors.ts';
import type { EncodedStills } from './encoded-stills.ts';
import { encodeRawFrames } from './h264/encode-raw-frames.ts';
import type { Ffmpeg } from './locate-ffmpeg.ts';

/** One picture: four bytes a pixel (red, green, blue, alpha; alpha is ignored), rows from the top without gaps. */
export interface RawStill {
  readonly rgba: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface EncodeStillsInput {
  readonly ffmpeg: Ffmpeg;
  /** Drawn one by one as the encoder takes them. A buffer that was handed over must not be written again. */
  readonly frames: AsyncIterable<RawStill>;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Frames a second of the video that the stills will become part of. */
  readonly fps: number;
}

/**
 * Encodes the stills of one slide, each as one whole H.264 picture, all by one ffmpeg. The same pictures give the same bytes.
 * Throws RenderError RENDER_FAILED for a picture of another size or none at all, FFMPEG_FAILED when the encoder fails. An abort leaves no process.
 */
export async function encodeStills(input: EncodeStillsInput, signal: AbortSignal): Promise<EncodedStills> {
  const { widthPx, heightPx, fps } = input;
  let stillCount = 0;
  async function* rawFrames(): AsyncGenerator<Uint8Array> {
    for await (const frame of input.frames) {
      signal.throwIfAborted();
      assertSize(frame, input, stillCount);
      stillCount += 1;
      yield frame.rgba;
    }
    if (stillCount === 0)
      throw new RenderError('RENDER_FAILED', 'A slide has no picture to encode: 0 stills were drawn.');
  }
  const coded = await encodeRawFrames(
    { ffmpeg: input.ffmpeg, widthPx, heightPx, fps, source: 'rgba', wholeFrames: 'every', frames: rawFrames() },
    signal,
  );
  const stills = coded.pictures.filter((picture) => picture.isWhole).map((picture) => picture.data);
  if (stills.length !== stillCount || coded.pictures.length !== stillCount) {
    const got = `${coded.pictures.length} pictures, ${stills.length} of them whole`;
    throw new RenderError(
      'FFMPEG_FAILED',
      `ffmpeg was given ${stillCount} stills and wrote ${got}. Try another ffmpeg.`,
    );
  }
  return { widthPx, heightPx, fps, sps: coded.sps, pps: coded.pps, stills };
}

function assertSize(
  frame: RawStill,
  expected: { readonly widthPx: number; readonly heightPx: number },
  index: number,
): void {
  const { widthPx, heightPx } = expected;
  if (frame.widthPx === widthPx && frame.heightPx === heightPx && frame.rgba.length === widthPx * heightPx * 4) return;
  throw new RenderError(
    'RENDER_FAILED',
    `Still ${index + 1} is ${frame.widthPx} x ${frame.heightPx} in ${frame.rgba.length} bytes, not ${widthPx} x ${heightPx} in RGBA.`,
  );
}

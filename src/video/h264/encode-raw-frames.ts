import { RenderError } from '../../contract/errors.ts';
import { runFfmpeg } from '../engine/run-ffmpeg.ts';
import type { Ffmpeg } from '../locate-ffmpeg.ts';
import { type CodedPictures, parseCodedPictures } from './parse-coded-pictures.ts';
import { type StillEncoderInput, stillEncoderArguments } from './still-encoder-arguments.ts';

/** Encodes raw frames with one ffmpeg and returns the coded pictures. Throws RenderError FFMPEG_FAILED, also when the stream cannot be joined with others. */
export async function encodeRawFrames(
  input: StillEncoderInput & { readonly ffmpeg: Ffmpeg; readonly frames: AsyncIterable<Uint8Array> },
  signal: AbortSignal,
): Promise<CodedPictures> {
  const stream = await runFfmpeg({
    ffmpeg: input.ffmpeg,
    args: stillEncoderArguments(input),
    stdin: input.frames,
    purpose: 'encode the pictures of a slide',
    signal,
  });
  const coded = parseCodedPictures(stream);
  if (coded !== null) return coded;
  throw new RenderError(
    'FFMPEG_FAILED',
    `ffmpeg ${input.ffmpeg.version} at ${input.ffmpeg.path} wrote H.264 that cannot be joined. Set FFMPEG_PATH to another ffmpeg.`,
  );
}

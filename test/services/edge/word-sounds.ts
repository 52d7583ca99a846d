import { runProcess } from '../../../src/platform/run-process.ts';
import { drawWord } from './draw-word.ts';

export const FRAME_SAMPLES = 576;
/** An encoded sound fades out over this many frames after its last sample. */
export const FADE_FRAMES = 2;

const SHORTEST_FRAMES = 4;
const LONGEST_FRAMES = 32;
const VARIANTS = 4;
/** Between two sounds, so that none reaches into the next. */
const REST_FRAMES = 4;

/** Bytes of one frame at 24 kHz by bitrate: 72 × bitrate ÷ sample rate, never padded. */
const FRAME_BYTES = { 48: 144, 96: 288 } as const;

export type BitrateKbit = keyof typeof FRAME_BYTES;

/** Encoded word sounds of one voice pitch, cut into frames that stand for themselves. */
export interface WordSounds {
  readonly frameBytes: number;
  readonly silence: Uint8Array;
  /** Longest word that is one sound. */
  readonly longestFrames: number;
  /** The frames of a sound of that many frames, and FADE_FRAMES after it. */
  readonly soundOf: (lengthFrames: number, variant: number) => Uint8Array;
}

/**
 * Draws and encodes every word sound of a pitch, in one run of ffmpeg. Without a bit reservoir a frame needs none before
 * it, so frames can be set one behind the other in any order. Decoded sound lags 1,105 samples behind, LAME's usual delay.
 *
 * @throws ProcessError when ffmpeg fails, RangeError when its frames are not what was asked for
 */
export async function encodeWordSounds(input: {
  readonly ffmpegPath: string;
  readonly fundamentalHz: number;
  readonly bitrateKbit: BitrateKbit;
  readonly signal: AbortSignal;
}): Promise<WordSounds> {
  const starts = new Map<string, number>();
  let totalFrames = REST_FRAMES;
  for (let variant = 0; variant < VARIANTS; variant += 1) {
    for (let length = SHORTEST_FRAMES; length <= LONGEST_FRAMES; length += 1) {
      starts.set(`${length} ${variant}`, totalFrames);
      totalFrames += length + REST_FRAMES;
    }
  }
  const pcm = new Int16Array(totalFrames * FRAME_SAMPLES);
  for (const [key, start] of starts) {
    const [length = 0, variant = 0] = key.split(' ').map(Number);
    const sound = drawWord({ lengthSamples: length * FRAME_SAMPLES, fundamentalHz: input.fundamentalHz, variant });
    pcm.set(sound, start * FRAME_SAMPLES);
  }
  const { stdout } = await runProcess({
    command: input.ffmpegPath,
    args: [
      ...'-hide_banner -loglevel error -f s16le -ar 24000 -ac 1 -i -'.split(' '),
      ...`-c:a libmp3lame -b:a ${input.bitrateKbit}k -reservoir 0 -write_xing 0 -id3v2_version 0`.split(' '),
      ...'-fflags +bitexact -f mp3 -'.split(' '),
    ],
    stdin: new Uint8Array(pcm.buffer),
    signal: input.signal,
  });
  const frameBytes = FRAME_BYTES[input.bitrateKbit];
  assertFrames(stdout, frameBytes);
  const cut = (start: number, count: number): Uint8Array =>
    stdout.subarray(start * frameBytes, (start + count) * frameBytes);
  return {
    frameBytes,
    // The last frame of the leading rest still hears nothing of the first sound.
    silence: cut(REST_FRAMES - 1, 1),
    longestFrames: LONGEST_FRAMES,
    soundOf: (lengthFrames, variant) => {
      const start = starts.get(`${lengthFrames} ${variant % VARIANTS}`);
      if (start === undefined) throw new RangeError(`There is no sound of ${lengthFrames} frames.`);
      return cut(start, lengthFrames + FADE_FRAMES);
    },
  };
}

/** Each frame starts with the sync word and takes nothing from the frames before it (main_data_begin is 0). */
function assertFrames(mp3: Uint8Array, frameBytes: number): void {
  for (let at = 0; at < mp3.length; at += frameBytes) {
    const isFrame = mp3[at] === 0xff && ((mp3[at + 1] ?? 0) & 0xfe) === 0xf2 && mp3[at + 4] === 0;
    if (!isFrame) throw new RangeError(`ffmpeg made no frame of its own at byte ${at}.`);
  }
}

import { narrationAudioArguments } from './engine/narration-audio-arguments.ts';
import { runFfmpeg } from './engine/run-ffmpeg.ts';
import { writeThroughPart } from './engine/write-through-part.ts';
import type { Ffmpeg } from './locate-ffmpeg.ts';

export interface NarrationAudioInput {
  readonly ffmpeg: Ffmpeg;
  /** Mono at 48 kHz, at its final loudness. */
  readonly pcm: Int16Array;
  /** Where the MP3 goes: 128 kbit/s, mono. */
  readonly mp3Path: string;
  /** Where the AAC in MP4 goes: 96 kbit/s, mono, ready to be copied beside the picture. */
  readonly aacPath: string;
}

/**
 * Writes the narration as MP3 and as AAC, side by side in two processes, since one ffmpeg before 7.0 encodes its outputs in turn. The same samples give the same bytes.
 * Both stay mono: players put one channel on both sides at full level. Throws RenderError FFMPEG_FAILED or DISK_FULL. An abort or failure leaves no process and no file.
 */
export async function encodeNarrationAudio(input: NarrationAudioInput, signal: AbortSignal): Promise<void> {
  const { ffmpeg, pcm } = input;
  const stdin = new Uint8Array(pcm.buffer, pcm.byteOffset, pcm.byteLength);
  const firstFailure = new AbortController();
  const either = AbortSignal.any([signal, firstFailure.signal]);
  const encode = async (purpose: string, args: readonly string[]): Promise<void> => {
    try {
      await runFfmpeg({ ffmpeg, args, stdin, purpose, signal: either });
    } catch (error) {
      // The other encoder is ended with this error, and its file removed.
      firstFailure.abort(error);
    }
  };
  const { mp3, aac } = narrationAudioArguments(ffmpeg);
  await writeThroughPart([input.mp3Path, input.aacPath], async ([mp3Part = '', aacPart = '']) => {
    await Promise.all([
      encode('encode the narration as MP3', [...mp3, mp3Part]),
      encode('encode the narration as AAC', [...aac, aacPart]),
    ]);
    signal.throwIfAborted();
    firstFailure.signal.throwIfAborted();
  });
}

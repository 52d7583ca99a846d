import { createHash } from 'node:crypto';
import { narrationAudioArguments } from './engine/narration-audio-arguments.ts';
import { stillEncoderArguments } from './h264/still-encoder-arguments.ts';
import type { Ffmpeg } from './locate-ffmpeg.ts';
import { muxOptions } from './mux/mux-tracks.ts';

// Raise it when frames are spliced or stored differently with the same ffmpeg arguments.
const SPLICE_VERSION = 1;

/** Returns what the bytes of stills, narration and video depend on besides their input, for cache keys: the ffmpeg version and a hash of the recipe. */
export function videoFingerprint(ffmpeg: Ffmpeg): string {
  const picture = { widthPx: 1920, heightPx: 1080, fps: 30, source: 'rgba', wholeFrames: 'every' } as const;
  const recipe = [
    SPLICE_VERSION,
    stillEncoderArguments(picture),
    narrationAudioArguments(ffmpeg),
    muxOptions({ srtPath: '', fps: 30, language: 'en' }),
  ];
  const hash = createHash('sha256').update(JSON.stringify(recipe)).digest('hex');
  return `ffmpeg-${ffmpeg.version}-${hash.slice(0, 16)}`;
}

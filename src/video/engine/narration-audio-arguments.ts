import type { Ffmpeg } from '../locate-ffmpeg.ts';
import { FAIL_ON_FULL_DISK } from './fail-on-full-disk.ts';

const INPUT = [
  '-v',
  'error',
  ...FAIL_ON_FULL_DISK,
  '-y',
  '-f',
  's16le',
  '-ar',
  '48000',
  '-ac',
  '1',
  '-i',
  'pipe:0',
] as const;
// LAME turns everything down by 0.95 (-0.45 dB) at 128 kbit/s (scale in abr_switch_map, libmp3lame/presets.c); undone in float, where nothing clips.
const UNDO_LAME_SCALE = 'aformat=sample_fmts=fltp,volume=volume=1/0.95:precision=float';
// No date and no program version in either file.
const REPEATABLE = ['-fflags', '+bitexact', '-flags:a', '+bitexact'] as const;

/** Returns the ffmpeg arguments that turn mono PCM on stdin into the narration's MP3 and AAC; the output path follows them. */
export function narrationAudioArguments(ffmpeg: Pick<Ffmpeg, 'version'>): {
  readonly mp3: readonly string[];
  readonly aac: readonly string[];
} {
  // From 5 on the careful coder takes three times as long as the fast one (8 s against 2.5 s for 5 minutes of speech); before, the same.
  const majorVersion = Number(/^n?(\d+)\./.exec(ffmpeg.version)?.[1] ?? 0);
  const coder = majorVersion >= 5 ? ['-aac_coder', 'fast'] : [];
  return {
    mp3: [
      ...INPUT,
      '-af',
      UNDO_LAME_SCALE,
      '-c:a',
      'libmp3lame',
      '-b:a',
      '128k',
      ...REPEATABLE,
      '-id3v2_version',
      '0',
      '-f',
      'mp3',
    ],
    aac: [...INPUT, '-c:a', 'aac', ...coder, '-b:a', '96k', ...REPEATABLE, '-f', 'mp4'],
  };
}

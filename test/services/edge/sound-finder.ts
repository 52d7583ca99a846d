import { locateFfmpeg } from '../../../src/video/locate-ffmpeg.ts';
import { type BitrateKbit, encodeWordSounds, type WordSounds } from './word-sounds.ts';

/** Pitches that have sounds of their own; the nearest one is played. */
const PITCHES_HZ = [90, 110, 135, 165, 205, 250] as const;

/** Finds the sounds nearest to a pitch. */
export type SoundFinder = (fundamentalHz: number, bitrateKbit: BitrateKbit) => Promise<WordSounds>;

/**
 * Creates a finder that encodes the sounds of a pitch when they are first wanted (about a second) and keeps them.
 * Stand-ins of one test file may share one. It takes the ffmpeg of FFMPEG_PATH, the search path or the package.
 */
export function createSoundFinder(signal: AbortSignal = new AbortController().signal): SoundFinder {
  const known = new Map<string, Promise<WordSounds>>();
  return (wantedHz, bitrateKbit) => {
    const fundamentalHz = PITCHES_HZ.reduce((best, hz) =>
      Math.abs(Math.log(hz / wantedHz)) < Math.abs(Math.log(best / wantedHz)) ? hz : best,
    );
    const key = `${fundamentalHz} ${bitrateKbit}`;
    const found = known.get(key) ?? makeSounds(fundamentalHz, bitrateKbit, signal);
    known.set(key, found);
    return found;
  };
}

async function makeSounds(fundamentalHz: number, bitrateKbit: BitrateKbit, signal: AbortSignal): Promise<WordSounds> {
  const configuredPath = process.env.FFMPEG_PATH ?? null;
  const { path } = await locateFfmpeg({ configuredPath, searchPath: process.env.PATH ?? '' }, signal);
  return encodeWordSounds({ ffmpegPath: path, fundamentalHz, bitrateKbit, signal });
}

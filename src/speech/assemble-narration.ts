import { levelInThread } from './loudness/level-in-thread.ts';
import type { NarrationLevel } from './loudness/level-narration.ts';

export interface AssembledSound extends NarrationLevel {
  /** Mono 16-bit PCM at 48 kHz: the slides one after the other, exactly as many samples as they have together. */
  readonly pcm: Int16Array;
}

/** The voice of one slide, read when its turn comes: an hour of sound is 345 MB, and must not be held twice. */
export interface SlideSound {
  readonly lengthSamples: number;
  /** Returns exactly that many samples, mono at 48 kHz. */
  readonly read: () => Promise<Int16Array>;
}

/**
 * Joins the voices of all slides and brings the whole to -16 LUFS as heard on two speakers (the mono file played on both)
 * and at most -1.5 dBTP: one gain for all, so slides keep their balance. Method: ITU-R BS.1770-4 with a look-ahead limiter.
 * The levelling runs in a thread of its own and ends at once on an abort.
 * Throws RangeError when there is no sound in it, or when a slide is not as long as it says.
 */
export async function assembleNarration(slides: readonly SlideSound[], signal: AbortSignal): Promise<AssembledSound> {
  const joined = new Int16Array(slides.reduce((length, slide) => length + slide.lengthSamples, 0));
  let offset = 0;
  for (const [index, { lengthSamples, read }] of slides.entries()) {
    signal.throwIfAborted();
    const slide = await read();
    if (slide.length !== lengthSamples) {
      throw new RangeError(`The voice of slide ${index + 1} has ${slide.length} samples, not ${lengthSamples}.`);
    }
    joined.set(slide, offset);
    offset += lengthSamples;
  }
  const { pcm, level } = await levelInThread(joined, signal);
  return { pcm, ...level };
}

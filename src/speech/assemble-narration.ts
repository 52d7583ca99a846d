import { levelNarration, type NarrationLevel } from './loudness/level-narration.ts';

export interface AssembledSound extends NarrationLevel {
  /** Mono 16-bit PCM at 48 kHz: the slides one after the other, exactly as many samples as they have together. */
  readonly pcm: Int16Array;
}

/**
 * Joins the voices of all slides and brings the whole to -16 LUFS as heard on two speakers (the mono file played on both)
 * and at most -1.5 dBTP: one gain for all, so slides keep their balance. Method: ITU-R BS.1770-4 with a look-ahead limiter.
 * Throws RangeError when there is no sound in it.
 */
export function assembleNarration(slides: readonly Int16Array[]): AssembledSound {
  const pcm = new Int16Array(slides.reduce((length, slide) => length + slide.length, 0));
  let offset = 0;
  for (const slide of slides) {
    pcm.set(slide, offset);
    offset += slide.length;
  }
  return { pcm, ...levelNarration(pcm) };
}

import { createHash } from 'node:crypto';
import type { SpeechPlan } from './plan-speech.ts';
import { FADE_FRAMES, type WordSounds } from './word-sounds.ts';

/** Returns the MP3 frames of a plan, one element a frame: each word's sound at its place, silence between. */
export function assembleSpeech(plan: SpeechPlan, sounds: WordSounds): readonly Uint8Array[] {
  const frames = Array.from({ length: plan.totalFrames }, () => sounds.silence);
  for (const { text, startFrame, lengthFrames } of plan.words) {
    const variant = createHash('sha256').update(text.toLowerCase()).digest()[0] ?? 0;
    for (const [offset, length] of splitLength(lengthFrames, sounds.longestFrames)) {
      const sound = sounds.soundOf(length, variant);
      for (let frame = 0; frame < length + FADE_FRAMES; frame += 1) {
        const at = startFrame + offset + frame;
        if (at >= frames.length) break;
        frames[at] = sound.subarray(frame * sounds.frameBytes, (frame + 1) * sounds.frameBytes);
      }
    }
  }
  return frames;
}

/** Equal parts, none longer than a sound can be, so that none is too short either. */
function splitLength(lengthFrames: number, longestFrames: number): readonly (readonly [number, number])[] {
  const parts = Math.ceil(lengthFrames / longestFrames);
  const borders = Array.from({ length: parts + 1 }, (_, part) => Math.round((lengthFrames * part) / parts));
  return borders.slice(1).map((end, part) => [borders[part] ?? 0, end - (borders[part] ?? 0)] as const);
}

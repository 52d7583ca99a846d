import type { SentenceTag } from '../../narration/tag-as-told.ts';
import type { PAUSES, PITCHES, ProsodyAnswer, RATES } from '../answers/prosody-answer.ts';

// What is heard but does not sound like acting.
const RATE_PERCENT: Record<(typeof RATES)[number], number> = { slower: -10, normal: 0, faster: 6 };
const PITCH_SEMITONES: Record<(typeof PITCHES)[number], number> = { lower: -1, normal: 0, higher: 1 };
const PAUSE_MS: Record<(typeof PAUSES)[number], number | null> = { normal: null, long: 700, longest: 1_000 };

/** Returns a model's tags in percent, semitones and milliseconds, sentences counted from 0. */
export function toTags({ tags }: ProsodyAnswer): readonly SentenceTag[] {
  return tags.map(({ pause, pitch, rate, sentence }) => ({
    sentence: sentence - 1,
    extraRatePercent: RATE_PERCENT[rate],
    extraPitchSemitones: PITCH_SEMITONES[pitch],
    pauseMs: PAUSE_MS[pause],
  }));
}

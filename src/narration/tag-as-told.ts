import type { SlideNarration, TaggedNarration } from '../contract/schemas/narration.ts';
import { serializeTaggedSentence } from './serialize-tagged-sentence.ts';

/** How one sentence should sound otherwise than the rest. */
export interface SentenceTag {
  /** Index of the sentence, from 0. */
  readonly sentence: number;
  /** On top of the base. */
  readonly extraRatePercent: number;
  readonly extraPitchSemitones: number;
  /** Silence after the sentence, in milliseconds; null leaves it to the speech. */
  readonly pauseMs: number | null;
}

const clamp = (value: number, limit: number): number => Math.min(limit, Math.max(-limit, Math.round(value)));

/**
 * Returns a slide's narration with the tags that somebody chose; the text cannot change. The last sentence gets no pause,
 * since the slide ends there. A later tag of the same sentence wins; one of a sentence that is not there is left out.
 */
export function tagAsTold(
  narration: SlideNarration,
  tags: readonly SentenceTag[],
  base: { readonly ratePercent: number; readonly pitchSemitones: number },
): TaggedNarration {
  const { sentences, slideId } = narration;
  const bySentence = new Map(tags.map((tag) => [tag.sentence, tag]));
  const lines = sentences.map(({ text }, index) => {
    const tag = bySentence.get(index);
    return serializeTaggedSentence({
      text,
      ratePercent: clamp(base.ratePercent + (tag?.extraRatePercent ?? 0), 50),
      pitchSemitones: clamp(base.pitchSemitones + (tag?.extraPitchSemitones ?? 0), 6),
      pauseMs: index === sentences.length - 1 ? null : (tag?.pauseMs ?? null),
    });
  });
  return { slideId, lines };
}

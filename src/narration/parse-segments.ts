import { InputError } from '../contract/errors.ts';
import type { SlideNarration, SlideSegments, TaggedNarration } from '../contract/schemas/narration.ts';
import { parseTaggedSentence } from './parse-tagged-sentence.ts';

/** Between two sentences on the same point. */
const SENTENCE_PAUSE_MS = 350;
/** Before the speaker turns to another point. */
const POINT_PAUSE_MS = 600;

/**
 * Returns the segments that a speech engine is asked for, one a sentence: so every pause is silence of exactly the
 * length written, and an engine's own habits between sentences (1.2 s in some) do not add to it. A sentence without
 * a pause tag gets the usual pause; the last of the slide gets none. Throws INPUT_INVALID when the tagged lines do not
 * hold the written sentences word for word.
 */
export function parseSegments(narration: SlideNarration, tagged: TaggedNarration): SlideSegments {
  const { slideId, sentences } = narration;
  if (tagged.lines.length !== sentences.length) {
    throw new InputError(
      'INPUT_INVALID',
      `The tagged narration of slide ${slideId} has ${tagged.lines.length} lines for ${sentences.length} sentences; write one line for each sentence.`,
    );
  }
  const segments = sentences.map((written, index) => {
    const { text, ratePercent, pitchSemitones, pauseMs } = parseTaggedSentence(tagged.lines[index] ?? '').sentence;
    if (text !== written.text) {
      throw new InputError(
        'INPUT_INVALID',
        `Line ${index + 1} of the tagged narration of slide ${slideId} says "${text}", but the sentence is "${written.text}"; tags may stand before or after a sentence and change no word of it.`,
      );
    }
    const next = sentences[index + 1];
    const staysOnPoint = next !== undefined && next.supports === written.supports;
    const usualPauseMs = next === undefined ? 0 : staysOnPoint ? SENTENCE_PAUSE_MS : POINT_PAUSE_MS;
    return { sentenceIndices: [index], prosody: { ratePercent, pitchSemitones, pauseMs: pauseMs ?? usualPauseMs } };
  });
  return { slideId, sentences, segments };
}

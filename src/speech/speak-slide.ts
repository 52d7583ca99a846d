import { InputError } from '../contract/errors.ts';
import type { Prosody, SlideSegments, SpokenSentenceText } from '../contract/schemas/narration.ts';
import type { TimedSentence } from '../contract/schemas/timeline.ts';
import { NARRATION_RATE_HZ, type SentenceClip, speakSentence } from './speak-sentence.ts';
import type { SpeechEngine } from './speech-engine.ts';

/** Between two sentences of one segment: on the same point, and before another point. */
const SENTENCE_PAUSE_MS = 350;
const POINT_PAUSE_MS = 600;
/** The title stands alone before the first word. */
const OPENING_SILENCE_MS = 450;
/** After the last word: 0.6 s of the plain slide, then 0.25 s before the next slide. */
const CLOSING_SILENCE_MS = 850;

export interface SlideToSpeak {
  readonly segments: SlideSegments;
  readonly voice: string;
  /** BCP 47. */
  readonly language: string;
  readonly engine: SpeechEngine;
  /** Frames a second of the video; must divide 48,000. */
  readonly fps: number;
  /** Called after each sentence with the number of finished ones. Default: nobody is told. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Mono 16-bit PCM at 48 kHz; all times are samples from its start. */
export interface SpokenSlideSound {
  readonly pcm: Int16Array;
  /** A whole number of video frames. */
  readonly lengthSamples: number;
  readonly sentences: TimedSentence[];
}

interface PlacedClip {
  readonly sentence: SpokenSentenceText;
  readonly clip: SentenceClip;
  readonly startSample: number;
}

/**
 * Returns the voice of one slide with the time of every sentence and written word, in order and none missing.
 * Pauses are digital silence, counted from voice to voice; 0.45 s before the first and at least 0.85 s after the last word.
 * Throws SPEECH_FAILED that names the sentence, INPUT_INVALID for a sentence that cannot be spoken, VOICE_UNKNOWN.
 */
export async function speakSlide(input: SlideToSpeak, signal: AbortSignal): Promise<SpokenSlideSound> {
  const { segments: slide, fps } = input;
  const samplesPerFrame = NARRATION_RATE_HZ / fps;
  if (!Number.isInteger(samplesPerFrame)) {
    throw new InputError(
      'INPUT_INVALID',
      `${fps} frames a second do not hold whole samples at 48 kHz; use 24, 25, 30, 50 or 60.`,
    );
  }
  const plan = planSentences(slide);
  const placed: PlacedClip[] = [];
  let voiceStart = toSamples(OPENING_SILENCE_MS);
  let voiceEnd = 0;
  for (const [index, { sentence, prosody, pauseMs }] of plan.entries()) {
    const label = `Sentence ${index + 1} of slide ${slide.slideId}`;
    const clip = await speakSentence({ ...input, sentence, prosody, label }, signal);
    // With a pause shorter than the margins of two clips, these stand side by side.
    const earliest = placed.length === 0 ? 0 : endOf(placed.at(-1));
    const startSample = Math.max(earliest, voiceStart - clip.voicedStartSample);
    placed.push({ sentence, clip, startSample });
    voiceEnd = startSample + clip.voicedEndSample;
    voiceStart = voiceEnd + toSamples(pauseMs);
    input.onProgress?.(index + 1, plan.length);
  }
  const closing = Math.max(toSamples(CLOSING_SILENCE_MS), voiceStart - voiceEnd);
  const lengthSamples = Math.ceil((voiceEnd + closing) / samplesPerFrame) * samplesPerFrame;
  const pcm = new Int16Array(lengthSamples);
  for (const { clip, startSample } of placed) pcm.set(clip.pcm, startSample);
  const sentences = placed.map(toTimedSentence);
  return { pcm, lengthSamples, sentences };
}

const toSamples = (durationMs: number): number => Math.round((durationMs * NARRATION_RATE_HZ) / 1000);

function toTimedSentence({ sentence, clip, startSample }: PlacedClip): TimedSentence {
  return {
    text: sentence.text,
    supports: sentence.supports,
    startSample: startSample + clip.voicedStartSample,
    endSample: startSample + clip.voicedEndSample,
    words: clip.words.map((word) => ({
      text: word.text,
      startSample: startSample + word.startSample,
      endSample: startSample + word.endSample,
    })),
  };
}

const endOf = (placed: PlacedClip | undefined): number =>
  placed === undefined ? 0 : placed.startSample + placed.clip.pcm.length;

interface PlannedSentence {
  readonly sentence: SpokenSentenceText;
  readonly prosody: Prosody;
  /** After the sentence. */
  readonly pauseMs: number;
}

/** The sentences as the segments order them. Throws INPUT_INVALID unless every sentence stands in one segment, in order. */
function planSentences({ slideId, sentences, segments }: SlideSegments): PlannedSentence[] {
  const indices = segments.flatMap(({ sentenceIndices }) => sentenceIndices);
  if (indices.length !== sentences.length || indices.some((index, order) => index !== order)) {
    throw new InputError(
      'INPUT_INVALID',
      `The segments of slide ${slideId} name the sentences ${indices.join(', ')}; each of its ${sentences.length} sentences must be there once, in order from 0.`,
    );
  }
  return segments.flatMap(({ sentenceIndices: [first = 0, ...rest], prosody }) => {
    const run = sentences.slice(first, first + rest.length + 1);
    return run.map((sentence, place) => {
      const next = run[place + 1];
      const innerPauseMs = next?.supports === sentence.supports ? SENTENCE_PAUSE_MS : POINT_PAUSE_MS;
      return { sentence, prosody, pauseMs: next === undefined ? prosody.pauseMs : innerPauseMs };
    });
  });
}

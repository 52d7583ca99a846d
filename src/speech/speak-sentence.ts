import { InputError, ProviderError } from '../contract/errors.ts';
import type { Prosody, SpokenSentenceText } from '../contract/schemas/narration.ts';
import type { TimedWord } from '../contract/schemas/timeline.ts';
import { alignWords } from './align-words.ts';
import { fadeEdges } from './audio/fade-edges.ts';
import { findVoicedSpan } from './audio/find-voiced-span.ts';
import { resample } from './audio/resample.ts';
import { findLengthProblem } from './find-length-problem.ts';
import type { SpeechEngine } from './speech-engine.ts';

export const NARRATION_RATE_HZ = 48_000;

/** Kept around the voice, since a soft onset or the ring of a room lies below any threshold: 40 ms and 100 ms. */
const HEAD_MARGIN_SAMPLES = 1920;
const TAIL_MARGIN_SAMPLES = 4800;
/** 5 ms. */
const FADE_SAMPLES = 240;

export interface SentenceToSpeak {
  readonly sentence: SpokenSentenceText;
  readonly prosody: Prosody;
  readonly voice: string;
  readonly language: string;
  readonly engine: SpeechEngine;
  /** Names the sentence to the user: `Sentence 3 of slide s2`. */
  readonly label: string;
}

/** Times are samples at 48 kHz from the start of the clip. */
export interface SentenceClip {
  readonly pcm: Int16Array;
  /** Where the voice itself begins and ends; up to 40 ms before and 100 ms after it belong to the clip. */
  readonly voicedStartSample: number;
  readonly voicedEndSample: number;
  readonly words: readonly TimedWord[];
}

/**
 * Speaks one sentence and returns its sound, trimmed to the voice, with a time for every written word.
 * Throws INPUT_INVALID for a sentence without a letter or digit, SPEECH_FAILED when the sound cannot be the whole sentence.
 */
export async function speakSentence(input: SentenceToSpeak, signal: AbortSignal): Promise<SentenceClip> {
  const { sentence, prosody, voice, language, engine, label } = input;
  const { spoken } = sentence;
  if (!/[\p{L}\p{N}]/u.test(spoken)) {
    throw new InputError(
      'INPUT_INVALID',
      `${label}, "${sentence.text}", holds no letter or digit that could be spoken; write it in words.`,
    );
  }
  const { ratePercent, pitchSemitones } = prosody;
  const clip = await engine.synthesize({ spoken, voice, language, ratePercent, pitchSemitones }, signal);
  const whole = resample(clip.pcm, clip.sampleRateHz, NARRATION_RATE_HZ);
  const voiced = findVoicedSpan(whole);
  const problem =
    voiced === null
      ? 'no sound at all'
      : findLengthProblem(spoken, ratePercent, ((voiced.endSample - voiced.startSample) / NARRATION_RATE_HZ) * 1000);
  if (voiced === null || problem !== null) {
    throw new ProviderError(
      'SPEECH_FAILED',
      `${label}, "${sentence.text}", was not spoken completely by ${engine.id} (${problem}); try again or choose another voice.`,
      { provider: engine.id },
    );
  }
  const start = Math.max(0, voiced.startSample - HEAD_MARGIN_SAMPLES);
  const pcm = whole.slice(start, voiced.endSample + TAIL_MARGIN_SAMPLES);
  fadeEdges(pcm, FADE_SAMPLES);
  const span = { startSample: voiced.startSample - start, endSample: voiced.endSample - start };
  const toClip = (sample: number): number =>
    Math.min(
      Math.max(Math.round((sample * NARRATION_RATE_HZ) / clip.sampleRateHz) - start, span.startSample),
      span.endSample,
    );
  const timed = clip.words.map((word) => ({
    ...word,
    startSample: toClip(word.startSample),
    endSample: toClip(word.endSample),
  }));
  return {
    pcm,
    voicedStartSample: span.startSample,
    voicedEndSample: span.endSample,
    words: alignWords({ spoken, written: sentence.words, timed, span }),
  };
}

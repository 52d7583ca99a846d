/**
 * Speech: sentences with their prosody become sound and word times, and the sound of all slides becomes one narration.
 * In: segments (contract) and a voice. Out: 16-bit mono PCM at 48 kHz, times in samples. It knows nothing of slides as
 * pictures, of encoders or files, and an engine knows nothing of pauses, levels or the written form of a sentence.
 */
export interface SpeechEngine extends AsyncDisposable {
  readonly id: string;
  /** Rate of the sound that `synthesize` returns. */
  readonly sampleRateHz: number;
  /** The voices for a BCP 47 language, the one to take by default first; empty when the engine does not speak it. */
  listVoices(language: string): Promise<readonly Voice[]>;
  /** Whether `synthesize` can be expected to work now. Never throws, save on abort. */
  isAvailable(signal: AbortSignal): Promise<boolean>;
  /**
   * Speaks one text and returns its sound with the times of its words, ordered and not overlapping.
   * The same input gives the same samples. Throws VOICE_UNKNOWN, ENGINE_MISSING and SPEECH_FAILED.
   */
  synthesize(input: SpeechInput, signal: AbortSignal): Promise<SpokenClip>;
}

export interface Voice {
  readonly id: string;
  /** BCP 47. */
  readonly language: string;
  /** What a person reads in a list. */
  readonly name: string;
}

export interface SpeechInput {
  readonly spoken: string;
  readonly voice: string;
  /** BCP 47. */
  readonly language: string;
  /** -50 to 50; 0 is the pace of a lecture, about 155 words a minute. */
  readonly ratePercent: number;
  /** -6 to 6. */
  readonly pitchSemitones: number;
}

export interface SpokenClip {
  /** Mono; owned by the caller. */
  readonly pcm: Int16Array;
  readonly sampleRateHz: number;
  readonly words: readonly EngineWord[];
}

/** A piece of text that the engine timed: often a word, sometimes a part of one ("$5.40" is several). */
export interface EngineWord {
  /** Samples from the start of the clip, at the rate of the clip. */
  readonly startSample: number;
  readonly endSample: number;
  /** UTF-16 offsets into `spoken`. */
  readonly startCharacter: number;
  readonly endCharacter: number;
}

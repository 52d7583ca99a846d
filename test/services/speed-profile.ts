/** How fast the stand-ins answer. A rate of `Infinity` costs no time. */
export interface SpeedProfile {
  readonly ollama: {
    /** Tokens a second of one stream that has the machine for itself. */
    readonly aloneTokensPerSecond: number;
    /** Tokens a second that all streams share. */
    readonly togetherTokensPerSecond: number;
    /** Prompt tokens read a second. */
    readonly prefillTokensPerSecond: number;
    /** Time to load a model, in milliseconds. */
    readonly loadMs: number;
    /** Requests that a loaded model serves at once. */
    readonly slots: number;
  };
  readonly edge: {
    /** From the request to the first byte of sound, in milliseconds. */
    readonly firstByteMs: number;
    /** Seconds of sound sent in a second. */
    readonly timesRealTime: number;
  };
  readonly pictures: {
    /** Time of one search, in milliseconds. */
    readonly searchMs: number;
    /** Time of one download, in milliseconds. */
    readonly downloadMs: number;
  };
}

/**
 * `instant` never waits. `gpu` is an 8-billion-parameter model in four bits on a desktop GPU (one stream 157 tokens/s and
 * eight 584 tokens/s on an RTX 3090, prefill 9,000 tokens/s on an RTX 4090: llama.cpp discussions 15802 and 7860) with usual
 * answers of the online services.
 */
export const SPEED_PROFILES = {
  instant: {
    ollama: {
      aloneTokensPerSecond: Number.POSITIVE_INFINITY,
      togetherTokensPerSecond: Number.POSITIVE_INFINITY,
      prefillTokensPerSecond: Number.POSITIVE_INFINITY,
      loadMs: 0,
      slots: 10,
    },
    edge: { firstByteMs: 0, timesRealTime: Number.POSITIVE_INFINITY },
    pictures: { searchMs: 0, downloadMs: 0 },
  },
  gpu: {
    ollama: {
      aloneTokensPerSecond: 150,
      togetherTokensPerSecond: 800,
      prefillTokensPerSecond: 9_000,
      loadMs: 2_500,
      slots: 10,
    },
    edge: { firstByteMs: 400, timesRealTime: 12 },
    pictures: { searchMs: 400, downloadMs: 600 },
  },
} as const satisfies Record<string, SpeedProfile>;

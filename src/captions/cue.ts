/** One caption: what stands on the screen from when to when. Times are samples at 48 kHz from the start. */
export interface Cue {
  readonly startSample: number;
  readonly endSample: number;
  /** One or two lines of at most 42 graphemes, none empty. */
  readonly lines: readonly string[];
}

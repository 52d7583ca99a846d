/** One sentence with its prosody, as tags write it. */
export interface TaggedSentence {
  readonly text: string;
  /** Against the engine's own speed, -50 to 50; 0 writes no tag. */
  readonly ratePercent: number;
  /** -6 to 6; 0 writes no tag. */
  readonly pitchSemitones: number;
  /** Silence after the sentence, 0 to 10,000; null leaves it to the usual pauses and writes no tag. */
  readonly pauseMs: number | null;
}

const signed = (value: number): string => `${value < 0 ? '' : '+'}${value}`;

/** Returns one line such as `[rate=-20%][pitch=+1st] Text. [pause=700ms]`. */
export function serializeTaggedSentence({ text, ratePercent, pitchSemitones, pauseMs }: TaggedSentence): string {
  const rate = ratePercent === 0 ? '' : `[rate=${signed(ratePercent)}%]`;
  const pitch = pitchSemitones === 0 ? '' : `[pitch=${signed(pitchSemitones)}st]`;
  const head = `${rate}${pitch}`;
  return `${head}${head === '' ? '' : ' '}${text}${pauseMs === null ? '' : ` [pause=${pauseMs}ms]`}`;
}

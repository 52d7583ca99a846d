/** 5 ms at 48 kHz: shorter than a consonant, longer than one period of a low voice. */
const WINDOW_SAMPLES = 240;
/** Below the loudest window of the clip: a soft "f" is about 30 dB down, the noise between words 50. */
const RELATIVE_FLOOR_DB = -40;
/** Full scale is 32,768. A clip whose loudest moment is below this holds no speech at all. */
const SILENCE_DBFS = -60;

export interface VoicedSpan {
  readonly startSample: number;
  /** One past the last voiced sample. */
  readonly endSample: number;
}

/** Returns from where to where a clip at 48 kHz holds voice, to 5 ms, or null when it is silent throughout. By energy. */
export function findVoicedSpan(pcm: Int16Array): VoicedSpan | null {
  const levels: number[] = [];
  for (let start = 0; start < pcm.length; start += WINDOW_SAMPLES) {
    const window = pcm.subarray(start, start + WINDOW_SAMPLES);
    let energy = 0;
    for (const sample of window) energy += sample * sample;
    levels.push(energy / window.length);
  }
  const loudest = levels.reduce((highest, level) => Math.max(highest, level), 0);
  if (loudest < 32_768 ** 2 * 10 ** (SILENCE_DBFS / 10)) return null;
  const floor = loudest * 10 ** (RELATIVE_FLOOR_DB / 10);
  const first = levels.findIndex((level) => level >= floor);
  const last = levels.findLastIndex((level) => level >= floor);
  return { startSample: first * WINDOW_SAMPLES, endSample: Math.min(pcm.length, (last + 1) * WINDOW_SAMPLES) };
}

const SAMPLE_RATE_HZ = 24_000;
const PERIOD_LENGTH = 512;
const SYLLABLE_SECONDS = 0.17;
const ATTACK_SECONDS = 0.008;
const PEAK = 9_000;

/** First two formants of five vowels in hertz (Peterson and Barney 1952, rounded). */
const VOWELS: readonly (readonly [number, number])[] = [
  [730, 1090],
  [270, 2290],
  [300, 870],
  [530, 1840],
  [570, 840],
];

/**
 * Draws a speech-like sound of mono 16-bit samples at 24 kHz: voiced syllables with the formants of vowels, loud from
 * the first samples to the last, so that its borders are heard where the word's borders are.
 */
export function drawWord(input: {
  readonly lengthSamples: number;
  readonly fundamentalHz: number;
  readonly variant: number;
}): Int16Array {
  const { lengthSamples, fundamentalHz, variant } = input;
  const seconds = lengthSamples / SAMPLE_RATE_HZ;
  const syllables = Math.max(1, Math.round(seconds / SYLLABLE_SECONDS));
  const periods = VOWELS.map((formants) => drawPeriod(formants, fundamentalHz));
  const samples = new Int16Array(lengthSamples);
  let phase = 0;
  for (let index = 0; index < lengthSamples; index += 1) {
    const share = index / lengthSamples;
    const syllable = Math.floor(share * syllables);
    const period = periods[(variant * 2 + syllable * 3) % periods.length];
    phase = (phase + (fundamentalHz * (1.06 - 0.12 * share)) / SAMPLE_RATE_HZ) % 1;
    const wave = period?.[Math.floor(phase * PERIOD_LENGTH)] ?? 0;
    const withinSyllable = 0.55 + 0.45 * Math.sin(Math.PI * (share * syllables - syllable));
    const edge = Math.min(
      1,
      index / SAMPLE_RATE_HZ / ATTACK_SECONDS,
      (seconds - index / SAMPLE_RATE_HZ) / ATTACK_SECONDS,
    );
    samples[index] = Math.round(wave * withinSyllable * edge * PEAK);
  }
  return samples;
}

/** One period of a voice: harmonics that are strong near a formant. */
function drawPeriod(formants: readonly [number, number], fundamentalHz: number): Float64Array {
  const period = new Float64Array(PERIOD_LENGTH);
  for (let harmonic = 1; harmonic * fundamentalHz < 4000; harmonic += 1) {
    const hz = harmonic * fundamentalHz;
    const gain =
      formants.reduce((sum, formant) => sum + Math.exp(-(((hz - formant) / 180) ** 2)), 0.05) / harmonic ** 0.5;
    for (let index = 0; index < PERIOD_LENGTH; index += 1) {
      period[index] = (period[index] ?? 0) + gain * Math.sin((2 * Math.PI * harmonic * index) / PERIOD_LENGTH);
    }
  }
  const peak = period.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return period.map((value) => value / peak);
}

import { kaiserSinc } from './kaiser-sinc.ts';

/** Zero crossings on either side: 48 keep the band flat to 0.9 of half the lower rate. */
const HALF_WIDTH_CROSSINGS = 48;
/** About 90 dB under the signal, as low as the steps of 16 bits. */
const BETA = 9;

/**
 * Returns the same sound at another rate: sample n of the result lies at the time of sample n × from / to, so times scale
 * by the rates alone. Length: ceil(length × to / from). Polyphase windowed sinc, one table of weights per phase.
 */
export function resample(pcm: Int16Array, fromHz: number, toHz: number): Int16Array {
  if (fromHz === toHz) return pcm.slice();
  const divisor = greatestCommonDivisor(fromHz, toHz);
  const phaseCount = toHz / divisor;
  const step = fromHz / divisor;
  const { phases, halfTaps } = createPhases(phaseCount, Math.min(1, toHz / fromHz));
  const result = new Int16Array(Math.ceil((pcm.length * phaseCount) / step));
  const tapCount = halfTaps * 2;
  for (let index = 0; index < result.length; index += 1) {
    const position = index * step;
    const phase = position % phaseCount;
    const first = (position - phase) / phaseCount - halfTaps + 1;
    const weights = phases[phase] ?? phases[0];
    let sum = 0;
    const start = Math.max(0, -first);
    const end = Math.min(tapCount, pcm.length - first);
    for (let tap = start; tap < end; tap += 1) sum += (weights?.[tap] ?? 0) * (pcm[first + tap] ?? 0);
    result[index] = Math.max(-32_768, Math.min(32_767, Math.round(sum)));
  }
  return result;
}

/** `scale` is how much narrower the band gets: 1 when the rate rises. */
function createPhases(phaseCount: number, scale: number) {
  const halfTaps = Math.ceil(HALF_WIDTH_CROSSINGS / scale);
  // The transition band of the window lies below half the lower rate, so nothing folds back.
  const transition = (BETA * 0.35) / HALF_WIDTH_CROSSINGS;
  const filter = { cutoff: 0.5 * scale * (1 - transition / 2), halfWidth: halfTaps, beta: BETA };
  const phases = Array.from({ length: phaseCount }, (_, phase) => {
    const weights = Float64Array.from({ length: halfTaps * 2 }, (_unused, tap) =>
      kaiserSinc(filter, tap - halfTaps + 1 - phase / phaseCount),
    );
    // Every phase passes a constant unchanged; rounding of the window would make a faint tone otherwise.
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => weight / total);
  });
  return { phases, halfTaps };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

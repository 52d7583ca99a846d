import { dotProduct } from './dot-product.ts';
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
  const { phases, halfTaps } = phasesFor(phaseCount, Math.min(1, toHz / fromHz));
  const result = new Int16Array(Math.ceil((pcm.length * phaseCount) / step));
  // Silence before and after the sound, so that the sum needs no edges.
  const padded = new Float64Array(pcm.length + halfTaps * 2 + 4);
  padded.set(pcm, halfTaps - 1);
  for (let index = 0; index < result.length; index += 1) {
    const position = index * step;
    const phase = position % phaseCount;
    const sum = dotProduct(padded, (position - phase) / phaseCount, phases[phase] ?? NO_WEIGHTS);
    result[index] = Math.max(-32_768, Math.min(32_767, Math.round(sum)));
  }
  return result;
}

interface Phases {
  readonly phases: readonly Float64Array[];
  readonly halfTaps: number;
}

const NO_WEIGHTS = new Float64Array(0);
/** Every sentence of an engine needs the same weights, and they take longer to make than to use. */
const phasesMade = new Map<string, Phases>();

function phasesFor(phaseCount: number, scale: number): Phases {
  const key = `${phaseCount} ${scale}`;
  const phases = phasesMade.get(key) ?? createPhases(phaseCount, scale);
  phasesMade.set(key, phases);
  return phases;
}

/** `scale` is how much narrower the band gets: 1 when the rate rises. */
function createPhases(phaseCount: number, scale: number): Phases {
  const halfTaps = Math.ceil(HALF_WIDTH_CROSSINGS / scale);
  // The transition band of the window lies below half the lower rate, so nothing folds back.
  const transition = (BETA * 0.35) / HALF_WIDTH_CROSSINGS;
  const filter = { cutoff: 0.5 * scale * (1 - transition / 2), halfWidth: halfTaps, beta: BETA };
  const phases = Array.from({ length: phaseCount }, (_, phase) => {
    // A multiple of four; the filter is zero beyond its width.
    const weights = Float64Array.from({ length: Math.ceil(halfTaps / 2) * 4 }, (_unused, tap) =>
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

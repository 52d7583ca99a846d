import { dotProduct } from '../audio/dot-product.ts';
import { kaiserSinc } from '../audio/kaiser-sinc.ts';

/** A third of a millisecond: the grid on which the limiter turns its gain. */
export const PEAK_BLOCK_SAMPLES = 16;

const OVERSAMPLING = 4;
const HALF_TAPS = 12;
/** True to 0.1 dB up to 18 kHz; the filter printed in the standard has half as many taps. */
const FILTER = { cutoff: 0.5, halfWidth: HALF_TAPS, beta: 5 };

/**
 * Returns the true peak of each block of 16 samples, full scale 1: the highest value of the sound between the samples too.
 * Blocks that cannot reach `floor` give their highest sample instead, which saves most of the work.
 * Method: fourfold oversampling, ITU-R BS.1770-4, annex 2.
 */
export function measurePeaks(pcm: Int16Array, floor: number): Float32Array {
  const peaks = measureSamplePeaks(pcm);
  const phases = Array.from({ length: OVERSAMPLING - 1 }, (_, index) => createPhase((index + 1) / OVERSAMPLING));
  const worstOvershoot = Math.max(...phases.map((phase) => phase.reduce((sum, weight) => sum + Math.abs(weight), 0)));
  const surroundings = new Float64Array(PEAK_BLOCK_SAMPLES + 2 * HALF_TAPS);
  let before = 0;
  for (let block = 0; block < peaks.length; block += 1) {
    const samplePeak = peaks[block] ?? 0;
    const nearby = Math.max(before, samplePeak, peaks[block + 1] ?? 0);
    before = samplePeak;
    if (nearby * worstOvershoot < floor) continue;
    const start = block * PEAK_BLOCK_SAMPLES;
    const length = Math.min(PEAK_BLOCK_SAMPLES, pcm.length - start);
    copyAround(pcm, start - HALF_TAPS + 1, surroundings);
    for (const phase of phases) {
      peaks[block] = Math.max(peaks[block] ?? 0, findHighest(surroundings, length, phase));
    }
  }
  return peaks;
}

/** Highest sample of each block, full scale 1. */
export function measureSamplePeaks(pcm: Int16Array): Float32Array {
  const peaks = new Float32Array(Math.ceil(pcm.length / PEAK_BLOCK_SAMPLES));
  for (let block = 0; block < peaks.length; block += 1) {
    const end = Math.min((block + 1) * PEAK_BLOCK_SAMPLES, pcm.length);
    let peak = 0;
    for (let index = block * PEAK_BLOCK_SAMPLES; index < end; index += 1) {
      peak = Math.max(peak, Math.abs(pcm[index] ?? 0));
    }
    peaks[block] = peak / 32_768;
  }
  return peaks;
}

/** There is silence before and after the sound. */
function copyAround(pcm: Int16Array, from: number, surroundings: Float64Array): void {
  surroundings.fill(0);
  const end = Math.min(surroundings.length, pcm.length - from);
  for (let index = Math.max(0, -from); index < end; index += 1) surroundings[index] = pcm[from + index] ?? 0;
}

/** Highest value of one phase, full scale 1. */
function findHighest(surroundings: Float64Array, length: number, phase: Float64Array): number {
  let peak = 0;
  for (let from = 0; from < length; from += 1) {
    peak = Math.max(peak, Math.abs(dotProduct(surroundings, from, phase)));
  }
  return peak / 32_768;
}

/** Weights that give the value `fraction` of a sample after tap HALF_TAPS - 1. */
function createPhase(fraction: number): Float64Array {
  return Float64Array.from({ length: 2 * HALF_TAPS }, (_, tap) => kaiserSinc(FILTER, tap - HALF_TAPS + 1 - fraction));
}

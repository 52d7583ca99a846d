import { PEAK_BLOCK_SAMPLES } from './measure-peaks.ts';

/** 5 ms: a gain that turns faster is heard as distortion. */
const LOOK_AHEAD_BLOCKS = 15;
const RELEASE_MS = 80;

/**
 * Returns the gain at the start of each block and at the end of the last, to be joined by straight lines: `gain` where the
 * sound stays under `ceiling`, less where it would not. No block leaves the ceiling; the gain begins to fall 5 ms before a peak.
 * Both are factors, full scale 1.
 */
export function planLimiterGains(peaks: Float32Array, gain: number, ceiling: number): Float32Array {
  const held = holdLowest(peaks, gain, ceiling);
  const release = 1 - Math.exp(-PEAK_BLOCK_SAMPLES / (48 * RELEASE_MS));
  for (let block = 1; block < held.length; block += 1) {
    const before = held[block - 1] ?? gain;
    held[block] = Math.min(held[block] ?? gain, before + (gain - before) * release);
  }
  return smooth(held);
}

/** The lowest gain that any block within reach of the smoothing asks for, so that smoothing never lifts it too high. */
function holdLowest(peaks: Float32Array, gain: number, ceiling: number): Float32Array {
  const held = new Float32Array(peaks.length + 1).fill(gain);
  peaks.forEach((peak, block) => {
    if (peak * gain <= ceiling) return;
    const allowed = ceiling / peak;
    // One block more ahead, since the line through a block ends at the gain of the next one.
    const last = Math.min(held.length - 1, block + LOOK_AHEAD_BLOCKS + 1);
    for (let near = Math.max(0, block - LOOK_AHEAD_BLOCKS); near <= last; near += 1) {
      held[near] = Math.min(held[near] ?? gain, allowed);
    }
  });
  return held;
}

/** Weighted mean over the look-ahead on either side, under a Hann window. */
function smooth(held: Float32Array): Float32Array {
  const window = Float64Array.from({ length: 2 * LOOK_AHEAD_BLOCKS + 1 }, (_, index) => {
    return 1 - Math.cos((2 * Math.PI * (index + 1)) / (2 * LOOK_AHEAD_BLOCKS + 2));
  });
  const total = window.reduce((sum, weight) => sum + weight, 0);
  return held.map((_, block) => {
    let sum = 0;
    for (let index = 0; index < window.length; index += 1) {
      const near = Math.min(Math.max(block + index - LOOK_AHEAD_BLOCKS, 0), held.length - 1);
      sum += (window[index] ?? 0) * (held[near] ?? 1);
    }
    return sum / total;
  });
}

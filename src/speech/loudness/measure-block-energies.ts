import { createKWeighting } from './k-weighting.ts';

/**
 * Returns the K-weighted energy of each run of `blockSamples` samples at 48 kHz: the sum of squares, full scale 1.
 * Samples after the last whole block are left out, as the standard has it for its own blocks.
 */
export function measureBlockEnergies(pcm: Int16Array, blockSamples: number): Float32Array {
  const weight = createKWeighting();
  return Float32Array.from({ length: Math.floor(pcm.length / blockSamples) }, (_, block) => {
    const end = (block + 1) * blockSamples;
    let energy = 0;
    for (let index = block * blockSamples; index < end; index += 1) {
      const weighted = weight((pcm[index] ?? 0) / 32_768);
      energy += weighted * weighted;
    }
    return energy;
  });
}

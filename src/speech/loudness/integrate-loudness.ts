/** 100 ms at 48 kHz: gating blocks of 400 ms overlap by three of four such steps. */
const STEP_SAMPLES = 4800;
const STEPS_PER_GATING_BLOCK = 4;
const ABSOLUTE_GATE_LUFS = -70;
const RELATIVE_GATE_LU = -10;
/** Makes a 997 Hz sine of 0 dBFS on one channel read -3.01 LUFS. */
const OFFSET_DB = -0.691;
/** One mono signal from a left and a right speaker, each with weight 1: 3.01 LU more than a meter shows for one channel. */
const SPEAKERS = 2;

/**
 * Returns the integrated, gated loudness in LUFS of mono sound heard on two speakers, from the K-weighted energies of its
 * blocks; `blockSamples` must divide 4,800. -Infinity when nothing passes the gates: silence, or less than 400 ms.
 * Method: ITU-R BS.1770-4, annex 1.
 */
export function integrateLoudness(blockEnergies: Float32Array, blockSamples: number): number {
  const steps = sumSteps(blockEnergies, STEP_SAMPLES / blockSamples);
  const meanSquares: number[] = [];
  for (let last = STEPS_PER_GATING_BLOCK; last <= steps.length; last += 1) {
    meanSquares.push(sum(steps.slice(last - STEPS_PER_GATING_BLOCK, last)) / (STEPS_PER_GATING_BLOCK * STEP_SAMPLES));
  }
  const audible = meanSquares.filter((meanSquare) => toLufs(meanSquare) > ABSOLUTE_GATE_LUFS);
  const relativeGate = toLufs(sum(audible) / audible.length) + RELATIVE_GATE_LU;
  const counted = audible.filter((meanSquare) => toLufs(meanSquare) > relativeGate);
  return counted.length === 0 ? Number.NEGATIVE_INFINITY : toLufs(sum(counted) / counted.length);
}

function sumSteps(blockEnergies: Float32Array, blocksPerStep: number): number[] {
  return Array.from({ length: Math.floor(blockEnergies.length / blocksPerStep) }, (_, step) => {
    const end = (step + 1) * blocksPerStep;
    let energy = 0;
    for (let block = step * blocksPerStep; block < end; block += 1) energy += blockEnergies[block] ?? 0;
    return energy;
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const toLufs = (meanSquare: number): number => OFFSET_DB + 10 * Math.log10(SPEAKERS * meanSquare);

import { integrateLoudness } from './integrate-loudness.ts';
import { measureBlockEnergies } from './measure-block-energies.ts';
import { measurePeaks, measureSamplePeaks, PEAK_BLOCK_SAMPLES } from './measure-peaks.ts';
import { planLimiterGains } from './plan-limiter-gains.ts';

/** As heard on two speakers: a meter of the mono channel alone shows -19.01. Usual for speech on the web. */
export const TARGET_LUFS = -16;
export const MAX_TRUE_PEAK_DBTP = -1.5;
/** The encoders that follow add a little to the peaks. */
const CEILING_DBTP = MAX_TRUE_PEAK_DBTP - 0.2;
const TOLERANCE_LU = 0.01;
/** The limiter takes some of the gain away, so the right one is found by trial; speech needs two or three. */
const MAX_TRIALS = 12;
/** More than that and the voice is flattened; what is then missing in loudness shows in the result. */
const MAX_LIMITED_DB = 12;
/** Speech needs less than that, and the less is asked of the limiter, the fewer peaks must be measured. */
const USUAL_LIMITED_DB = 3;

/** Measured on the sound itself, after it was levelled. */
export interface NarrationLevel {
  readonly integratedLufs: number;
  readonly truePeakDbtp: number;
  /** What the whole was raised by, before the limiter. */
  readonly gainDb: number;
}

/**
 * Brings mono sound at 48 kHz to -16 LUFS (heard on two speakers) and at most -1.5 dBTP, in place.
 * Throws RangeError for sound without loudness: silence, or less than 400 ms.
 */
export function levelNarration(pcm: Int16Array): NarrationLevel {
  const energies = measureBlockEnergies(pcm, PEAK_BLOCK_SAMPLES);
  const original = integrateLoudness(energies, PEAK_BLOCK_SAMPLES);
  if (!Number.isFinite(original)) {
    throw new RangeError(`A narration of ${pcm.length} samples without audible sound has no level.`);
  }
  const straightDb = TARGET_LUFS - original;
  const limitTo = (limitedDb: number) => {
    const peaks = measurePeaks(pcm, toFactor(CEILING_DBTP - straightDb - limitedDb));
    return findGains(energies, peaks, straightDb, limitedDb);
  };
  const usual = limitTo(USUAL_LIMITED_DB);
  const { gainDb, perBlock } = usual.isLoudEnough ? usual : limitTo(MAX_LIMITED_DB);
  applyGains(pcm, perBlock);
  return {
    integratedLufs: integrateLoudness(measureBlockEnergies(pcm, PEAK_BLOCK_SAMPLES), PEAK_BLOCK_SAMPLES),
    truePeakDbtp: toDb(highest(measurePeaks(pcm, highest(measureSamplePeaks(pcm))))),
    gainDb,
  };
}

/** Secant steps on the gain until the limited sound is as loud as it should be. */
function findGains(energies: Float32Array, peaks: Float32Array, straightDb: number, limitedDb: number) {
  const ceiling = toFactor(CEILING_DBTP);
  let gainDb = straightDb;
  let perBlock = planLimiterGains(peaks, toFactor(gainDb), ceiling);
  let reached = loudnessUnder(energies, perBlock);
  let slope = 1;
  for (let trial = 1; trial < MAX_TRIALS && Math.abs(TARGET_LUFS - reached) > TOLERANCE_LU; trial += 1) {
    const wanted = gainDb + (TARGET_LUFS - reached) / slope;
    const nextDb = Math.min(wanted, straightDb + limitedDb);
    if (nextDb === gainDb) break;
    perBlock = planLimiterGains(peaks, toFactor(nextDb), ceiling);
    const next = loudnessUnder(energies, perBlock);
    // A slope near zero would throw the next step far away: the limiter then eats almost all of the gain.
    slope = Math.max(0.1, (next - reached) / (nextDb - gainDb));
    gainDb = nextDb;
    reached = next;
  }
  return { gainDb, perBlock, isLoudEnough: Math.abs(TARGET_LUFS - reached) <= TOLERANCE_LU };
}

/** Gains turn slowly beside the weighting filter, so they act on the weighted energy of a block as on the block itself. */
function loudnessUnder(energies: Float32Array, perBlock: Float32Array): number {
  const scaled = energies.map((energy, block) => {
    const gain = ((perBlock[block] ?? 1) + (perBlock[block + 1] ?? 1)) / 2;
    return energy * gain * gain;
  });
  return integrateLoudness(scaled, PEAK_BLOCK_SAMPLES);
}

function applyGains(pcm: Int16Array, perBlock: Float32Array): void {
  for (let index = 0; index < pcm.length; index += 1) {
    const block = Math.floor(index / PEAK_BLOCK_SAMPLES);
    const from = perBlock[block] ?? 1;
    const slope = ((perBlock[block + 1] ?? 1) - from) / PEAK_BLOCK_SAMPLES;
    pcm[index] = Math.round((pcm[index] ?? 0) * (from + slope * (index % PEAK_BLOCK_SAMPLES)));
  }
}

const highest = (values: Float32Array): number => values.reduce((top, value) => Math.max(top, value), 0);

const toFactor = (db: number): number => 10 ** (db / 20);

const toDb = (factor: number): number => 20 * Math.log10(factor);

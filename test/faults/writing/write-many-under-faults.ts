import { readSampleBriefs } from './sample-briefs.ts';
import { type WritingRun, writeUnderFaults } from './write-under-faults.ts';

/** Fair weather, then worse and worse. */
const RATES = [0.1, 0.2, 0.3, 0.4] as const;

/**
 * Writes lectures one after another, seed by seed, the kinds of matter and the rates of faults by turns, and returns how
 * they ended. `rate` is for all of them; null takes the turns. An abort starts no more.
 */
export async function writeManyUnderFaults(input: {
  readonly runs: number;
  readonly firstSeed: number;
  readonly rate: number | null;
  readonly onEnd?: (run: WritingRun) => void;
  readonly signal?: AbortSignal;
}): Promise<readonly WritingRun[]> {
  const { firstSeed, onEnd, rate, runs: count, signal } = input;
  const briefs = await readSampleBriefs();
  const runs: WritingRun[] = [];
  for (let index = 0; index < count && !signal?.aborted; index += 1) {
    const brief = briefs[index % briefs.length];
    const turn = RATES[Math.floor(index / briefs.length) % RATES.length];
    if (brief === undefined || turn === undefined) throw new RangeError(`There is no brief for run ${index}.`);
    const run = await writeUnderFaults({ seed: firstSeed + index, rate: rate ?? turn, brief });
    runs.push(run);
    onEnd?.(run);
  }
  return runs;
}

import { createRandom } from '../../src/deck/seeds/create-random.ts';

/** Says for each call, in the order of arrival, which fault a stand-in plays; `null` is none. */
export interface FaultScript<Kind extends string> {
  readonly next: () => Kind | null;
}

/** A seeded choice of faults. */
export interface FaultChoice<Kind extends string> {
  /** Equal seeds give equal scripts. */
  readonly seed: number;
  /** Share of the calls that get a fault, 0 to 1. */
  readonly rate: number;
  /** Kinds, all equally likely; never empty. */
  readonly kinds: readonly Kind[];
}

/**
 * Creates an endless script in which a seed decides when a fault comes, and which.
 *
 * @throws RangeError on a rate outside 0 to 1 and on an empty list of kinds
 */
export function createFaultScript<Kind extends string>(choice: FaultChoice<Kind>): FaultScript<Kind> {
  const { seed, rate, kinds } = choice;
  if (!(rate >= 0 && rate <= 1)) throw new RangeError(`The rate must lie between 0 and 1, not ${rate}.`);
  if (kinds.length === 0) throw new RangeError('A fault script needs at least one kind of fault.');
  const random = createRandom(seed);
  return {
    next: () => {
      // Two numbers a call, so that another rate moves no later choice of kind.
      const isFault = random() < rate;
      const kind = kinds[Math.floor(random() * kinds.length)];
      return isFault && kind !== undefined ? kind : null;
    },
  };
}

/** Creates a script that plays the given list once and no fault after it. */
export function listFaults<Kind extends string>(faults: readonly (Kind | null)[]): FaultScript<Kind> {
  let played = 0;
  return {
    next: () => {
      const fault = faults[played] ?? null;
      played += 1;
      return fault;
    },
  };
}

/** A script without any fault. */
export const NO_FAULTS: FaultScript<never> = { next: () => null };

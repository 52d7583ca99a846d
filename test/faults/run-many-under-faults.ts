import type { FaultService } from './fault-service.ts';
import { type FaultRun, type FaultRunInput, runUnderFaults } from './run-under-faults.ts';

/** Makes the given runs, `atOnce` of them at a time, and returns them in the order of their ends. An abort starts no more. */
export async function runManyUnderFaults(input: {
  readonly service: FaultService;
  readonly inputs: readonly FaultRunInput[];
  readonly atOnce: number;
  readonly onEnd?: (run: FaultRun) => void;
  readonly signal?: AbortSignal;
}): Promise<readonly FaultRun[]> {
  const { atOnce, inputs, onEnd, service, signal } = input;
  const ended: FaultRun[] = [];
  const waiting = inputs.values();
  const runOneAfterAnother = async () => {
    for (const next of waiting) {
      if (signal?.aborted) return;
      const run = await runUnderFaults(service, next);
      ended.push(run);
      onEnd?.(run);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, runOneAfterAnother));
  return ended;
}

import { WorkflowFailedError } from '@temporalio/client';
import { CancelledFailure } from '@temporalio/common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FaultService, startFaultService } from '../../faults/fault-service.ts';
import { openFaultRig } from '../../faults/open-fault-rig.ts';
import type { FaultScripts } from '../../faults/start-stand-ins.ts';
import type { LedgerEntry } from '../../services/call-ledger.ts';
import { PROBE_QUERY } from '../../services/clients/create-stand-in-pictures.ts';
import { type FaultScript, NO_FAULTS } from '../../services/fault-script.ts';
import { cliNote, findTestCli } from '../temporal/find-test-cli.ts';

/** Longer than the test may take: whoever ends within it was cut, not timed out. */
const CALL_LIMIT_MS = 60_000;
const CUT_LIMIT_MS = 10_000;
/** All steps before the one that hangs come first, on a machine that may do other things. */
const REACHED_WITHIN_MS = 180_000;

const cli = await findTestCli();
let service: FaultService;

const always = <Kind extends string>(kind: Kind): FaultScript<Kind> => ({ next: () => kind });
const fromSecond = <Kind extends string>(kind: Kind): FaultScript<Kind> => {
  let played = 0;
  return {
    next: () => {
      played += 1;
      return played === 1 ? null : kind;
    },
  };
};
const FAIR: FaultScripts = { ollama: NO_FAULTS, edge: NO_FAULTS, pictures: NO_FAULTS };

describe.skipIf(cli === null)(`a cancel while a service hangs${cliNote(cli)}`, () => {
  beforeAll(async () => {
    if (cli === null) return;
    service = await startFaultService({ cli, writeLine: () => undefined }, new AbortController().signal);
  });
  afterAll(() => service?.[Symbol.asyncDispose]());

  it.each([
    { name: 'cut-ollama', operation: 'chat', faults: { ...FAIR, ollama: always('never-answers') } },
    { name: 'cut-edge', operation: 'speak', faults: { ...FAIR, edge: always('silent-hang') } },
    // The first call is the probe's.
    { name: 'cut-pictures', operation: 'search', faults: { ...FAIR, pictures: fromSecond('slow') } },
  ] as const)('closes the connection of $operation at once, so that the service works for nobody', async (given) => {
    await using rig = await openFaultRig(service, { ...given, callLimitMs: CALL_LIMIT_MS });
    const { ledger } = rig;
    const handle = await rig.start({ video: false });
    await ledger.until((entries) => entries.some(isHanging(given.operation)), AbortSignal.timeout(REACHED_WITHIN_MS));
    // A call keeps its place in the ledger.
    const hanging = ledger.entries().flatMap((entry, index) => (isHanging(given.operation)(entry) ? [index] : []));
    const cancelledAtMs = Date.now();
    await handle.cancel();
    await expect(handle.result()).rejects.toSatisfy(
      (error) => error instanceof WorkflowFailedError && error.cause instanceof CancelledFailure,
    );
    await ledger.until(
      (entries) => entries.every(({ outcome }) => outcome !== null),
      AbortSignal.timeout(CUT_LIMIT_MS),
    );
    const ended = hanging.flatMap((index) => ledger.entries().slice(index, index + 1));
    const slowestMs = Math.max(...ended.map(({ endedAtMs }) => (endedAtMs ?? Number.NaN) - cancelledAtMs));
    console.log(`${given.name}: ${ended.length} hanging calls closed within ${slowestMs.toFixed(0)} ms of the cancel`);
    expect(ended.map(({ outcome }) => outcome)).not.toContain('answered');
    expect(slowestMs).toBeLessThan(CUT_LIMIT_MS);
    expect(ledger.inFlight()).toEqual([]);
  });
});

/** The probe's own search is answered in the end, so it hangs only for a moment. */
function isHanging(wanted: string) {
  return ({ about, operation, outcome }: LedgerEntry) =>
    operation === wanted && outcome === null && !about.includes(`q=${PROBE_QUERY}`);
}

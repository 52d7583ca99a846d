import { setTimeout as sleep } from 'node:timers/promises';
import { WorkflowFailedError, type WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { isErrorCode } from '../../src/contract/error-codes.ts';
import { readStepRecords } from '../../src/temporal/read-step-records.ts';
import type { generatePresentation } from '../../src/workflows/index.ts';
import { EDGE_FAULTS } from '../services/edge/edge-faults.ts';
import { createFaultScript } from '../services/fault-script.ts';
import { OLLAMA_FAULTS } from '../services/ollama/ollama-fault.ts';
import { PICTURE_FAULTS } from '../services/pictures/picture-faults.ts';
import type { FaultService } from './fault-service.ts';
import { judgeRun, type RunVerdict } from './judge-run.ts';
import { openFaultRig } from './open-fault-rig.ts';
import { readEvidence } from './read-evidence.ts';
import type { RunEnd, RunFailure } from './run-evidence.ts';
import type { FaultScripts } from './start-stand-ins.ts';

/** Many times the longest run, even of a machine that does a lot beside; a run that needs it hangs. */
const WATCHDOG_MS = 600_000;
/** A closed connection is noticed at the other end a moment later. */
const CUT_NOTICE_MS = 10_000;

export interface FaultRunInput {
  readonly seed: number;
  /** Share of the calls that go wrong, 0 to 1. */
  readonly rate: number;
  readonly video: boolean;
}

export interface FaultRun extends FaultRunInput {
  readonly verdict: RunVerdict;
  readonly durationMs: number;
  readonly calls: number;
  /** Calls that were answered with a fault. */
  readonly faults: number;
}

/** Makes one lecture of three slides while each service fails at the given rate, and judges the end. */
export async function runUnderFaults(service: FaultService, input: FaultRunInput): Promise<FaultRun> {
  const startMs = performance.now();
  await using rig = await openFaultRig(service, { name: `seed-${input.seed}`, faults: scriptsOf(input) });
  const { ledger } = rig;
  const handle = await rig.start({ video: input.video });
  const end = await waitForEnd(handle);
  const durationMs = performance.now() - startMs;
  await ledger
    .until((entries) => entries.every(({ outcome }) => outcome !== null), AbortSignal.timeout(CUT_NOTICE_MS))
    .catch(() => undefined);
  const { records } = await readStepRecords(service.client, handle.workflowId);
  const { pendingActivities } = (await handle.describe()).raw;
  const verdict = judgeRun({
    end,
    wantsVideo: input.video,
    wanted: { writer: 'ollama', speech: 'edge' },
    ...(await readEvidence(rig.outputDir, 'tides', rig.ffmpeg)),
    openSteps: [
      ...records.filter(({ endedAtMs }) => endedAtMs === null).map(({ label }) => label),
      ...(pendingActivities ?? []).map(({ activityType }) => activityType?.name ?? 'unknown'),
    ],
    openCalls: ledger.inFlight().map(({ about, operation, service: at }) => `${at} ${operation} ${about}`),
  });
  const entries = ledger.entries();
  const faults = entries.filter(({ fault }) => fault !== null).length;
  return { ...input, verdict, durationMs, calls: entries.length, faults };
}

/** Three scripts from one seed, so that the services do not fail in step. */
function scriptsOf({ rate, seed }: FaultRunInput): FaultScripts {
  return {
    ollama: createFaultScript({ seed: seed * 3, rate, kinds: OLLAMA_FAULTS }),
    edge: createFaultScript({ seed: seed * 3 + 1, rate, kinds: EDGE_FAULTS }),
    pictures: createFaultScript({ seed: seed * 3 + 2, rate, kinds: PICTURE_FAULTS }),
  };
}

async function waitForEnd(handle: WorkflowHandle<typeof generatePresentation>): Promise<RunEnd> {
  const watchdog = new AbortController();
  const hung = sleep(WATCHDOG_MS, { kind: 'hung', afterMs: WATCHDOG_MS } as const, { signal: watchdog.signal });
  hung.catch(() => undefined);
  const ended = handle.result().then(
    (result): RunEnd => ({ kind: 'completed', result }),
    (error: unknown): RunEnd => {
      if (!(error instanceof WorkflowFailedError) || !(error.cause instanceof ApplicationFailure))
        return { kind: 'unknown', error: String(error instanceof WorkflowFailedError ? error.cause : error) };
      return { kind: 'failed', failure: toFailure(error.cause) };
    },
  );
  const end = await Promise.race([ended, hung]);
  watchdog.abort();
  if (end.kind === 'hung') await handle.terminate('The watchdog of the fault runs ended it.');
  return end;
}

/** The cause of an error code may be any error; a second code would be a second error. */
function toFailure(failure: ApplicationFailure): RunFailure {
  const codes: string[] = [];
  for (let cause = failure.cause; cause !== undefined; cause = cause.cause instanceof Error ? cause.cause : undefined) {
    if (cause instanceof ApplicationFailure && isErrorCode(cause.type)) codes.push(cause.type);
  }
  return { types: [failure.type ?? null, ...codes], message: failure.message };
}

import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { InputError } from '../contract/errors.ts';
import { ProcessError } from '../platform/process-error.ts';
import { runProcess } from '../platform/run-process.ts';
import { findFirstDifference, type HistoryDifference } from './find-first-difference.ts';
import type { DecodePayload, HistoryEvent } from './history-to-records.ts';
import { readHistoryJson } from './read-history-json.ts';

const SOURCE = extname(import.meta.url);
const REPLAY_MAIN = fileURLToPath(new URL(`./replay/replay-main${SOURCE}`, import.meta.url));
const WORKFLOWS = fileURLToPath(new URL(`../workflows/index${SOURCE}`, import.meta.url));
/** The history of 100 slides takes 3 s, bundling included; beyond this the SDK's core has lost the thread. */
const WATCHDOG_MS = 120_000;

export interface ReplayInput {
  /** A history as the Temporal CLI or the Web UI exports it. */
  readonly json: string;
  /** What messages call it: a file or a workflow id. */
  readonly name: string;
  readonly decode: DecodePayload;
  /** Default: the workflow code of this version. */
  readonly workflowsPath?: string;
  /** Default: two minutes. */
  readonly limitMs?: number;
}

/** What became of a replay. */
export interface ReplayVerdict {
  readonly eventCount: number;
  readonly stepCount: number;
  /** Null when today's code wants just what the history has. */
  readonly difference: HistoryDifference | null;
}

const findingsSchema = z.object({
  complaint: z.string().nullable(),
  wanted: z.array(z.object({ activity: z.string(), activityId: z.string(), label: z.string().nullable() })),
});

/**
 * Replays one history against the workflow code, without any service. Throws INPUT_INVALID for what is no history of ours
 * (see `readHistoryJson`), and for one on which the replay does not come to an end.
 */
export async function replayHistory(input: ReplayInput, signal: AbortSignal): Promise<ReplayVerdict> {
  const events = readHistoryJson(input.json, input.name);
  const watchdog = AbortSignal.timeout(input.limitMs ?? WATCHDOG_MS);
  const printed = await runReplay(input, AbortSignal.any([signal, watchdog])).catch((error: unknown) => {
    signal.throwIfAborted();
    if (watchdog.aborted) throw refuse(input.name, 'the replay does not come to an end', error);
    // A panic of the SDK's core ends the process or leaves it with nothing more to do.
    if (error instanceof ProcessError) throw refuse(input.name, lastLineOf(error.stderrTail), error);
    throw error;
  });
  const findings = findingsSchema.parse(JSON.parse(printed));
  return {
    eventCount: events.length,
    stepCount: events.filter((event) => event.activityTaskScheduledEventAttributes).length,
    difference: findFirstDifference(events, findings, (event) => labelOf(event, input.decode)),
  };
}

async function runReplay({ json, workflowsPath = WORKFLOWS }: ReplayInput, signal: AbortSignal): Promise<string> {
  const { stdout } = await runProcess({
    command: process.execPath,
    args: [REPLAY_MAIN, workflowsPath],
    stdin: Buffer.from(json),
    signal,
  });
  return Buffer.from(stdout).toString('utf8');
}

function labelOf(event: HistoryEvent, decode: DecodePayload): string | null {
  const payload = event.userMetadata?.summary;
  const label = payload ? decode(payload) : null;
  return typeof label === 'string' ? label : null;
}

function lastLineOf(text: string): string {
  return text.trim().split('\n').at(-1) ?? 'the replay broke off';
}

function refuse(name: string, reason: string, cause: unknown): InputError {
  return new InputError(
    'INPUT_INVALID',
    `${name} cannot be replayed: ${reason}. The history is damaged; export it again.`,
    { cause },
  );
}

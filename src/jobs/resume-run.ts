import type { Client, WorkflowExecutionDescription } from '@temporalio/client';
import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { readRunRecord } from '../artifacts/run-records.ts';
import type { ArtifactRef } from '../contract/artifact-ref.ts';
import { ArtifactError, ConfigError, InputError } from '../contract/errors.ts';
import type { RunRecord } from '../contract/schemas/run-record.ts';
import { workflowIdOf } from '../contract/workflow-ids.ts';
import { toRunStatus } from '../temporal/run-status.ts';
import { describeExecution } from './find-run.ts';
import { isStuckRun } from './is-stuck-run.ts';
import { type StartedRun, startRun } from './start-run.ts';

/** A run that ended without a lecture, and the record that it is carried on from. */
export interface ResumableRun {
  readonly workflowId: string;
  readonly project: string;
  readonly record: ArtifactRef;
}

interface FindResumableRunInput {
  readonly client: Client;
  readonly store: ArtifactStore;
  /** Project or workflow id. */
  readonly nameOrId: string;
}

/**
 * Finds what a run can be carried on from, also one that Temporal has forgotten. Throws RUN_OPEN, RUN_STUCK, RUN_FINISHED,
 * RUN_UNRECORDED when it ended before its plan was frozen, RECORD_TOO_NEW, and RUN_NOT_FOUND.
 */
export async function findResumableRun(input: FindResumableRunInput, signal: AbortSignal): Promise<ResumableRun> {
  const { client, nameOrId, store } = input;
  for (const workflowId of [nameOrId, workflowIdOf(nameOrId)]) {
    const known = await describeExecution(client, workflowId, signal);
    const record = await store.findRun(workflowId);
    if (known === null && record === null) continue;
    if (known !== null) await assertEndedWithoutLecture(client, known, nameOrId);
    return takeRecord({ ...input, workflowId, known, record });
  }
  throw new InputError(
    'RUN_NOT_FOUND',
    `Neither Temporal nor the artifact store ${store.location} knows a run named "${nameOrId}"; \`lectra list\` shows the runs that Temporal knows.`,
  );
}

/** Starts a new run of the same workflow id under the plan of the record. Throws RUN_EXISTS. */
export function resumeRun(
  { client, run, taskQueue }: { readonly client: Client; readonly taskQueue: string; readonly run: ResumableRun },
  signal: AbortSignal,
): Promise<StartedRun> {
  const { project, record, workflowId } = run;
  return startRun({ client, taskQueue, workflowId, request: { project, base: record } }, signal);
}

async function assertEndedWithoutLecture(
  client: Client,
  { runId, status, workflowId }: WorkflowExecutionDescription,
  name: string,
): Promise<void> {
  const runStatus = toRunStatus(status.name);
  if (runStatus === 'completed') throw finished(workflowId, name);
  if (runStatus !== 'running') return;
  if (await isStuckRun(client, { workflowId, runId })) {
    throw new ConfigError(
      'RUN_STUCK',
      `The run ${workflowId} is open but stuck, since today's workflow code does not fit its history; end it with \`lectra temporal workflow terminate --workflow-id ${workflowId}\` and resume it then: finished steps are kept.`,
    );
  }
  throw new InputError(
    'RUN_OPEN',
    `The run ${workflowId} is still open; \`lectra attach ${name}\` watches it, \`lectra cancel ${name}\` ends it.`,
  );
}

async function takeRecord(
  found: FindResumableRunInput & {
    readonly workflowId: string;
    readonly known: WorkflowExecutionDescription | null;
    readonly record: ArtifactRef | null;
  },
): Promise<ResumableRun> {
  const { known, nameOrId, record, store, workflowId } = found;
  const recorded = record === null ? null : await readIfThere(store, record);
  const firstRunId = known?.raw.workflowExecutionInfo?.firstRunId;
  // The record may be that of an earlier run of this project, which the newest one never got as far as replacing.
  const isOfThisRun = !firstRunId || recorded?.firstRunId === firstRunId;
  if (record === null || recorded === null || !isOfThisRun) {
    throw new InputError(
      'RUN_UNRECORDED',
      `The run ${workflowId} left no record to carry on from: it ended before its plan was frozen, or the record was lost. Start it again with \`lectra generate\`; finished steps are kept.`,
    );
  }
  if (known === null && recorded.lecture !== null) throw finished(workflowId, nameOrId);
  return { workflowId, project: recorded.plan.project, record };
}

async function readIfThere(store: ArtifactStore, ref: ArtifactRef): Promise<RunRecord | null> {
  try {
    return await readRunRecord(store, ref);
  } catch (error) {
    if (error instanceof ArtifactError) return null;
    throw error;
  }
}

function finished(workflowId: string, name: string): InputError {
  return new InputError(
    'RUN_FINISHED',
    `The run ${workflowId} is finished, so there is nothing to resume; \`lectra status ${name}\` shows it, and \`lectra generate\` makes it anew.`,
  );
}

import type { Client } from '@temporalio/client';
import type { StepRecord } from '../report/step-record.ts';
import { historyToRecords } from './history-to-records.ts';
import { type RunStatus, toRunStatus } from './run-status.ts';

/** The steps of a run and how it stands, in milliseconds since 1970. */
export interface RunSteps {
  readonly records: readonly StepRecord[];
  readonly status: RunStatus;
  readonly startedAtMs: number;
  /** Null while the run is open. */
  readonly closedAtMs: number | null;
}

/**
 * Reads the steps of a run from history, and those that are not over from its description: no worker is needed.
 * Throws the client's WorkflowNotFoundError for a run that the service does not know.
 */
export async function readStepRecords(client: Client, workflowId: string, runId?: string): Promise<RunSteps> {
  const handle = client.workflow.getHandle(workflowId, runId);
  // First the description: a step that ends in between is then in both, and history wins.
  const description = await handle.describe();
  const history = await client.workflow.getHandle(workflowId, description.runId).fetchHistory();
  const { payloadConverter } = client.options.loadedDataConverter;
  return {
    records: historyToRecords(history.events ?? [], description.raw.pendingActivities ?? [], (payload) =>
      payloadConverter.fromPayload(payload),
    ),
    status: toRunStatus(description.status.name),
    startedAtMs: description.startTime.getTime(),
    closedAtMs: description.closeTime?.getTime() ?? null,
  };
}

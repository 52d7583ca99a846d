import type { Client } from '@temporalio/client';
import type { PresentationResult } from '../contract/result.ts';
import { buildReport } from '../report/build-report.ts';
import { readStepRecords } from '../temporal/read-step-records.ts';
import type { StartedRun } from './start-run.ts';

/**
 * Returns the result of a completed run with its final stage times: the ones in the run's own result end where `publish`
 * began. Throws the client's WorkflowFailedError for a run that did not complete.
 */
export async function readResult(client: Client, run: StartedRun, signal: AbortSignal): Promise<PresentationResult> {
  return client.connection.withAbortSignal(signal, async () => {
    const handle = client.workflow.getHandle<() => Promise<PresentationResult>>(run.workflowId, run.runId);
    const result = await handle.result();
    const steps = await readStepRecords(client, run.workflowId, run.runId);
    const report = buildReport({ ...steps, nowMs: steps.closedAtMs ?? steps.startedAtMs });
    return { ...result, stages: report.stages, total_seconds: report.total_seconds };
  });
}

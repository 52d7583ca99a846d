import type { Client } from '@temporalio/client';
import type { StartedRun } from './start-run.ts';

/** Asks a run to end; what is finished stays. A run that is closed already is left alone. Does not wait: see `watchRun`. */
export async function cancelRun(client: Client, run: StartedRun, signal: AbortSignal): Promise<void> {
  await client.connection.withAbortSignal(signal, () => client.workflow.getHandle(run.workflowId, run.runId).cancel());
}

import type { Client } from '@temporalio/client';
import { findRun } from './find-run.ts';
import type { RunSnapshot } from './run-snapshot.ts';
import { snapshotOfHistory } from './snapshot-of-history.ts';

/** Returns all that is known of the newest run that a user names, from its history: no worker is needed. Throws RUN_NOT_FOUND. */
export async function describeRun(client: Client, nameOrId: string, signal: AbortSignal): Promise<RunSnapshot> {
  const description = await findRun(client, nameOrId, signal);
  const run = { workflowId: description.workflowId, runId: description.runId };
  const history = await client.connection.withAbortSignal(signal, () =>
    client.workflow.getHandle(run.workflowId, run.runId).fetchHistory(),
  );
  const pending = description.raw.pendingActivities ?? [];
  return snapshotOfHistory(client, run, description.startTime.getTime(), history.events ?? [], pending);
}

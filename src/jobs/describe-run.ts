import type { Client } from '@temporalio/client';
import { findRun } from './find-run.ts';
import { readLiveFacts } from './read-live-facts.ts';
import type { RunSnapshot } from './run-snapshot.ts';
import { snapshotOfHistory } from './snapshot-of-history.ts';

/**
 * Returns all that is known of the newest run that a user names, from its history: no worker is needed. `nowMs`, in
 * milliseconds since 1970, finds queues that something waits in for long; null looks for none. Throws RUN_NOT_FOUND.
 */
export async function describeRun(
  client: Client,
  nameOrId: string,
  signal: AbortSignal,
  nowMs: number | null = null,
): Promise<RunSnapshot> {
  const description = await findRun(client, nameOrId, signal);
  const run = { workflowId: description.workflowId, runId: description.runId };
  const history = await client.connection.withAbortSignal(signal, () =>
    client.workflow.getHandle(run.workflowId, run.runId).fetchHistory(),
  );
  const live = await readLiveFacts(client, description.raw, history.events ?? [], nowMs, signal);
  return snapshotOfHistory(client, run, description.startTime.getTime(), history.events ?? [], live);
}

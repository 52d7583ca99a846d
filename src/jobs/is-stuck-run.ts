import type { Client } from '@temporalio/client';
import { findStuckTask } from '../temporal/history-to-stuck-task.ts';
import type { StartedRun } from './start-run.ts';

/** Whether an open run cannot get over its workflow task. Its history is read only when that was tried several times. */
export async function isStuckRun(client: Client, { runId, workflowId }: StartedRun): Promise<boolean> {
  const handle = client.workflow.getHandle(workflowId, runId);
  const { raw } = await handle.describe();
  if ((raw.pendingWorkflowTask?.attempt ?? 0) <= 1) return false;
  const history = await handle.fetchHistory();
  return findStuckTask(history.events ?? [], raw.pendingWorkflowTask) !== null;
}

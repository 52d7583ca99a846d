import type { Client } from '@temporalio/client';
import { WORKFLOW_TYPE } from '../contract/workflow-ids.ts';
import { isStuckRun } from './is-stuck-run.ts';
import { type RunSummary, toRunSummary } from './run-summary.ts';

/** Returns the newest runs first, at most `limit`. Needs no worker. */
export async function listRuns(client: Client, limit: number, signal: AbortSignal): Promise<readonly RunSummary[]> {
  return client.connection.withAbortSignal(signal, async () => {
    const runs: RunSummary[] = [];
    for await (const info of client.workflow.list({ query: `WorkflowType = '${WORKFLOW_TYPE}'`, pageSize: limit })) {
      const isOpen = info.status.name === 'RUNNING';
      runs.push(toRunSummary(info, isOpen && (await isStuckRun(client, info))));
      if (runs.length === limit) break;
    }
    return runs;
  });
}

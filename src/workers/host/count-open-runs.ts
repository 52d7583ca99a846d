import { type Client, isGrpcServiceError, ServiceError } from '@temporalio/client';
import { WORKFLOW_TYPE } from '../../contract/workflow-ids.ts';

/** The service answers in milliseconds or is away. */
const ANSWER_TIMEOUT_MS = 3_000;

/** Returns how many runs of this installation are open, or null while the service does not answer. */
export async function countOpenRuns(client: Client, taskQueue: string, nowMs: number): Promise<number | null> {
  const query = `WorkflowType = '${WORKFLOW_TYPE}' AND TaskQueue = '${taskQueue}' AND ExecutionStatus = 'Running'`;
  try {
    const { count } = await client.connection.withDeadline(nowMs + ANSWER_TIMEOUT_MS, () =>
      client.workflow.count(query),
    );
    return count;
  } catch (error) {
    if (error instanceof ServiceError || isGrpcServiceError(error)) return null;
    throw error;
  }
}

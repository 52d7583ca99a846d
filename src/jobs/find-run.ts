import { type Client, type WorkflowExecutionDescription, WorkflowNotFoundError } from '@temporalio/client';
import { InputError } from '../contract/errors.ts';
import { WORKFLOW_TYPE, workflowIdOf } from '../contract/workflow-ids.ts';

/**
 * Returns the description of the newest run that a user names: by its workflow id or by its project.
 * Needs no worker. Throws RUN_NOT_FOUND.
 */
export async function findRun(
  client: Client,
  nameOrId: string,
  signal: AbortSignal,
): Promise<WorkflowExecutionDescription> {
  for (const workflowId of [nameOrId, workflowIdOf(nameOrId)]) {
    const description = await describeExecution(client, workflowId, signal);
    if (description !== null) return description;
  }
  throw runNotFound(nameOrId);
}

/** Returns the newest run of a workflow id, or null when Temporal knows none of ours. */
export async function describeExecution(
  client: Client,
  workflowId: string,
  signal: AbortSignal,
): Promise<WorkflowExecutionDescription | null> {
  try {
    const description = await client.connection.withAbortSignal(signal, () =>
      client.workflow.getHandle(workflowId).describe(),
    );
    return description.type === WORKFLOW_TYPE ? description : null;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}

/** Returns the error for a name that no run has. */
export function runNotFound(nameOrId: string): InputError {
  return new InputError(
    'RUN_NOT_FOUND',
    `Temporal knows no run named "${nameOrId}"; \`lectra list\` shows the runs that it knows.`,
  );
}

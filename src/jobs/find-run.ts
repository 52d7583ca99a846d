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
    try {
      const description = await client.connection.withAbortSignal(signal, () =>
        client.workflow.getHandle(workflowId).describe(),
      );
      if (description.type === WORKFLOW_TYPE) return description;
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }
  throw runNotFound(nameOrId);
}

/** Returns the error for a name that no run has. */
export function runNotFound(nameOrId: string): InputError {
  return new InputError(
    'RUN_NOT_FOUND',
    `Temporal knows no run named "${nameOrId}"; \`lectra list\` shows the runs that it knows.`,
  );
}

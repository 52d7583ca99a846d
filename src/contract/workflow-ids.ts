export const WORKFLOW_TYPE = 'generatePresentation';

const WORKFLOW_ID_PREFIX = 'lectra-';

/** Returns the workflow id of a project: one open run per project, kept by Temporal itself. */
export function workflowIdOf(project: string): string {
  return `${WORKFLOW_ID_PREFIX}${project}`;
}

/** Returns the project of a workflow id that our own clients made, or null for a foreign one. */
export function projectOf(workflowId: string): string | null {
  return workflowId.startsWith(WORKFLOW_ID_PREFIX) ? workflowId.slice(WORKFLOW_ID_PREFIX.length) : null;
}

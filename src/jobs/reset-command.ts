import type { RunSnapshot } from './run-snapshot.ts';

/** Returns the words that let a closed run carry on by Temporal's own reset, or null where a reset makes no sense. */
export function resetCommandOf({ resetEventId, runId, workflowId }: RunSnapshot): string | null {
  if (resetEventId === null) return null;
  return `lectra temporal workflow reset --workflow-id ${workflowId} --run-id ${runId} --event-id ${resetEventId} --reason "carry on"`;
}

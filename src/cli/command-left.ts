import type { StartedRun } from '../jobs/start-run.ts';

/** A person left a command before the run that it cancels was closed. The message tells how the run stands. */
export class CommandLeft extends Error {
  constructor({ workflowId }: StartedRun, isHeard: boolean) {
    super(
      isHeard
        ? `Left; the run ends its cancelling by itself, and \`lectra status ${workflowId}\` shows how it stands.`
        : `Left before the Temporal service heard of the cancel; \`lectra cancel ${workflowId}\` ends the run when it is back.`,
    );
    this.name = 'CommandLeft';
  }
}

import type { StepRecord } from '../report/step-record.ts';
import type { IdleQueue } from './find-idle-queues.ts';
import type { RunSnapshot } from './run-snapshot.ts';

/** Returns why an open run does nothing and what to do, one sentence after the other, or null when it is not stuck. */
export function describeStuckRun({ project, stuck, workflowId }: RunSnapshot): string | null {
  if (stuck === null) return null;
  const reason =
    stuck.cause === 'NON_DETERMINISTIC_ERROR'
      ? `today's workflow code does not fit its history (${stuck.message})`
      : `its workflow code fails (${stuck.cause}: ${stuck.message})`;
  return [
    `${workflowId} is stuck after ${stuck.attempt} attempts: ${reason}.`,
    `Go back to the version of Lectra that started it, or end it with \`lectra temporal workflow terminate --workflow-id ${workflowId}\` and carry on with \`lectra resume ${project ?? workflowId}\`: finished steps are kept.`,
  ].join(' ');
}

/** Returns the sentence about a queue that no worker asks. */
export function describeIdleQueue({ name, role }: IdleQueue): string {
  const wayOut = role === null ? 'start a worker for it' : `start a worker: \`lectra worker --role ${role}\``;
  return `Nobody works on ${name}; ${wayOut}.`;
}

/** Returns the sentence about a step that somebody paused, with the command that lets it go on. */
export function describePausedStep(workflowId: string, { activity, label, slideNumber }: StepRecord): string {
  const activityId = slideNumber === null ? activity : `${activity}-${slideNumber}`;
  return `${label} is paused; \`lectra temporal activity unpause --workflow-id ${workflowId} --activity-id ${activityId}\` lets it go on.`;
}

import { ERROR_CODES, isErrorCode } from '../contract/error-codes.ts';
import type { RunSnapshot } from '../jobs/run-snapshot.ts';

/** What a program reads on stdout instead of a result. */
export interface FailureObject {
  readonly status: 'failed' | 'cancelled' | 'terminated' | 'timed-out';
  readonly workflow_id: string;
  readonly run_id: string;
  readonly code: string | null;
  readonly message: string;
}

/** Returns why a run that is closed gave no result: one sentence that is never empty. */
export function describeFailure(snapshot: RunSnapshot): FailureObject {
  const outcome = snapshot.outcome;
  if (outcome === null || outcome.status === 'completed') {
    throw new TypeError(`The run ${snapshot.workflowId} did not fail: it is ${outcome?.status ?? 'open'}.`);
  }
  return {
    status: outcome.status,
    workflow_id: snapshot.workflowId,
    run_id: snapshot.runId,
    code: outcome.code,
    message: nameProject(outcome.message ?? DEFAULT_MESSAGES[outcome.status], snapshot),
  };
}

/**
 * Returns a message with the run named in its commands: the ways out of the error codes know none, and people copy
 * them.
 */
export function nameProject(message: string, { project, workflowId }: RunSnapshot): string {
  return message.replaceAll('lectra resume <project>', () => `lectra resume ${project ?? workflowId}`);
}

/** Exit code of a run that gave no result. */
export function exitCodeOfFailure(failure: FailureObject): 1 | 2 | 130 {
  if (failure.status === 'cancelled') return 130;
  return isErrorCode(failure.code) ? ERROR_CODES[failure.code].exitCode : 1;
}

const DEFAULT_MESSAGES = {
  failed: 'The run failed without saying why; the Temporal Web UI shows its history.',
  cancelled: 'The run was cancelled; carry on with `lectra resume <project>`: finished steps are kept.',
  terminated:
    'The run was terminated from outside Lectra; carry on with `lectra resume <project>`: finished steps are kept.',
  'timed-out':
    'The run took longer than Temporal was told to allow; carry on with `lectra resume <project>`: finished steps are kept.',
} as const;

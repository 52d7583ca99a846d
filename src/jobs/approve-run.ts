import { type Client, isGrpcServiceError, WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import type { ArtifactRef } from '../contract/artifact-ref.ts';
import { isErrorCode } from '../contract/error-codes.ts';
import { ConfigError, InputError } from '../contract/errors.ts';
import { APPROVE_OUTLINE_UPDATE } from '../contract/progress.ts';
import { listCauses } from '../platform/list-causes.ts';
import { describeStuckRun } from './describe-trouble.ts';
import type { RunSnapshot } from './run-snapshot.ts';

/**
 * Lets a run that waits at its gate go on: with an edited outline, or null for the one that waits. Returns when the approval
 * is checked and kept. Throws APPROVAL_REFUSED for a run that is closed or does not wait, OUTLINE_UNUSABLE, which leaves the
 * run waiting, and RUN_STUCK.
 */
export async function approveRun(
  client: Client,
  { outline, snapshot }: { readonly snapshot: RunSnapshot; readonly outline: ArtifactRef | null },
  signal: AbortSignal,
): Promise<void> {
  assertOpen(snapshot);
  const { runId, workflowId } = snapshot;
  try {
    await client.connection.withAbortSignal(signal, () =>
      client.workflow
        .getHandle(workflowId, runId)
        .executeUpdate<void, [ArtifactRef | null]>(APPROVE_OUTLINE_UPDATE, { args: [outline] }),
    );
  } catch (error) {
    signal.throwIfAborted();
    throw toRefusal(error, snapshot);
  }
}

function assertOpen(snapshot: RunSnapshot): void {
  const stuck = describeStuckRun(snapshot);
  if (stuck !== null) throw new ConfigError('RUN_STUCK', stuck);
  const { approval, outcome, project, workflowId } = snapshot;
  if (outcome === null) return;
  const isLeftWaiting = outcome.status !== 'completed' && approval === 'waiting';
  const wayOn = isLeftWaiting
    ? `; \`lectra resume ${project ?? workflowId}\` carries it on, and it waits again`
    : ', so there is nothing to approve';
  throw refused(`The run ${workflowId} is ${outcome.status} already${wayOn}.`);
}

function toRefusal(error: unknown, { workflowId }: RunSnapshot): unknown {
  const ended = () => refused(`The run ${workflowId} ended before it was approved.`, error);
  if (error instanceof WorkflowNotFoundError) return ended();
  if (error instanceof WorkflowUpdateFailedError) {
    const causes = listCauses(error);
    if (causes.some((cause) => cause instanceof CancelledFailure)) return ended();
    // The innermost one is in the words of who checked; the outer ones add the stage of the run.
    const failure = causes.findLast((cause) => cause instanceof ApplicationFailure && isErrorCode(cause.type));
    if (failure instanceof ApplicationFailure && isErrorCode(failure.type)) {
      return new InputError(failure.type, failure.message, { cause: error });
    }
    if (
      causes.some((cause) => cause instanceof ApplicationFailure && cause.type === 'AcceptedUpdateCompletedWorkflow')
    ) {
      return ended();
    }
  }
  // NOT_FOUND of https://grpc.io/docs/guides/status-codes/
  const isGone = listCauses(error).some((cause) => isGrpcServiceError(cause) && Number(cause.code) === 5);
  return isGone ? ended() : error;
}

function refused(message: string, cause?: unknown): InputError {
  return new InputError('APPROVAL_REFUSED', message, { cause });
}

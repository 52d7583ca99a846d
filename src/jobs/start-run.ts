import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { InputError } from '../contract/errors.ts';
import type { PresentationResult } from '../contract/result.ts';
import type { PresentationRequest } from '../contract/schemas/request.ts';
import { WORKFLOW_TYPE, workflowIdOf } from '../contract/workflow-ids.ts';

type GeneratePresentation = (request: PresentationRequest) => Promise<PresentationResult>;

/** What is started where. */
export interface StartRunInput {
  readonly client: Client;
  readonly taskQueue: string;
  readonly request: PresentationRequest & { readonly project: string };
  /** Default: that of the project. */
  readonly workflowId?: string;
}

/** Names one run of a workflow. */
export interface StartedRun {
  readonly workflowId: string;
  readonly runId: string;
}

/** Starts a run. One open run a project: throws RUN_EXISTS while another one is open; a closed one may be made again. */
export async function startRun(input: StartRunInput, signal: AbortSignal): Promise<StartedRun> {
  const { client, request, taskQueue } = input;
  const workflowId = input.workflowId ?? workflowIdOf(request.project);
  try {
    const handle = await client.connection.withAbortSignal(signal, () =>
      client.workflow.start<GeneratePresentation>(WORKFLOW_TYPE, {
        workflowId,
        taskQueue,
        args: [request],
        workflowIdConflictPolicy: 'FAIL',
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        memo: { project: request.project },
        staticSummary: request.project.slice(0, 100),
      }),
    );
    return { workflowId, runId: handle.firstExecutionRunId };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    throw new InputError(
      'RUN_EXISTS',
      `The project "${request.project}" has an open run; \`lectra attach ${request.project}\` watches it, ` +
        `\`lectra cancel ${request.project}\` ends it, and --project NAME makes another one.`,
      { cause: error },
    );
  }
}

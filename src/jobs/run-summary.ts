import type { WorkflowExecutionInfo } from '@temporalio/client';
import { z } from 'zod';
import { projectOf } from '../contract/workflow-ids.ts';
import { type RunStatus, toRunStatus } from '../temporal/run-status.ts';

/** How a run stands: `stuck` is open, but no longer gets anywhere; `waiting-for-approval` goes on when somebody approves it. */
export type ListedStatus = RunStatus | 'stuck' | 'waiting-for-approval';

/** One run as a list shows it. */
export interface RunSummary {
  readonly workflow_id: string;
  readonly run_id: string;
  readonly project: string | null;
  /** Null until the outline is there. */
  readonly title: string | null;
  readonly slide_count: number | null;
  readonly status: ListedStatus;
  /** ISO 8601, UTC. */
  readonly started_at: string;
  /** Null while the run is open. */
  readonly closed_at: string | null;
}

const memoSchema = z.object({
  project: z.string().nullish(),
  title: z.string().nullish(),
  slideCount: z.number().nullish(),
  approval: z.string().nullish(),
});

/** Returns a run as a list shows it; what the memo does not tell is null. Only its description tells whether an open run is stuck. */
export function toRunSummary(info: WorkflowExecutionInfo, isStuck = false): RunSummary {
  const memo = memoSchema.safeParse(info.memo ?? {}).data;
  return {
    workflow_id: info.workflowId,
    run_id: info.runId,
    project: memo?.project ?? projectOf(info.workflowId),
    title: memo?.title ?? null,
    slide_count: memo?.slideCount ?? null,
    status: isStuck ? 'stuck' : statusOf(toRunStatus(info.status.name), memo?.approval ?? null),
    started_at: info.startTime.toISOString(),
    closed_at: info.closeTime?.toISOString() ?? null,
  };
}

function statusOf(status: RunStatus, approval: string | null): ListedStatus {
  return status === 'running' && approval === 'waiting' ? 'waiting-for-approval' : status;
}

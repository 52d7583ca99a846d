import type { WorkflowExecutionStatusName } from '@temporalio/client';

export type RunStatus = 'running' | 'completed' | 'failed' | 'cancelled' | 'terminated' | 'timed-out';

/** Returns our word for the status of a workflow execution. */
export function toRunStatus(name: WorkflowExecutionStatusName): RunStatus {
  switch (name) {
    case 'COMPLETED':
    case 'CONTINUED_AS_NEW':
      return 'completed';
    case 'FAILED':
      return 'failed';
    case 'CANCELLED':
      return 'cancelled';
    case 'TERMINATED':
      return 'terminated';
    case 'TIMED_OUT':
      return 'timed-out';
    default:
      // PAUSED and names of later services: the run is not over.
      return 'running';
  }
}

import type { ListedStatus } from '../jobs/run-summary.ts';

/** Returns the status of a run in the words for people. */
export function nameStatus(status: ListedStatus): string {
  return status === 'waiting-for-approval' ? 'waiting for approval' : status;
}

import { setTimeout as pause } from 'node:timers/promises';
import type { WorkflowHandle } from '@temporalio/client';
import type { ArtifactRef } from '../../../src/contract/artifact-ref.ts';
import {
  APPROVE_OUTLINE_UPDATE,
  type Approval,
  PROGRESS_QUERY,
  type RunProgress,
} from '../../../src/contract/progress.ts';

const MOST_LOOKS = 1_200;
const LOOK_EVERY_MS = 50;

/** Returns the progress of a run as soon as its gate stands like that. Throws when it does not for a minute. */
export async function waitForApproval(handle: WorkflowHandle, approval: Approval): Promise<RunProgress> {
  for (let look = 1; ; look += 1) {
    const progress = await handle.query<RunProgress>(PROGRESS_QUERY);
    if (progress.approval === approval) return progress;
    if (look === MOST_LOOKS) throw new Error(`The gate is "${progress.approval}", not "${approval}".`);
    await pause(LOOK_EVERY_MS);
  }
}

/** Approves the outline of a run; null leaves it as it is. */
export async function approveOutline(handle: WorkflowHandle, outline: ArtifactRef | null): Promise<void> {
  await handle.executeUpdate<void, [ArtifactRef | null]>(APPROVE_OUTLINE_UPDATE, { args: [outline] });
}

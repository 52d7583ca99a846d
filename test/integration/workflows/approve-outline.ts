import type { WorkflowHandle } from '@temporalio/client';
import { vi } from 'vitest';
import type { ArtifactRef } from '../../../src/contract/artifact-ref.ts';
import {
  APPROVE_OUTLINE_UPDATE,
  type Approval,
  PROGRESS_QUERY,
  type RunProgress,
} from '../../../src/contract/progress.ts';

const LIMIT_MS = 60_000;
const LOOK_EVERY_MS = 50;

/** Returns the progress of a run as soon as its gate stands like that. */
export function waitForApproval(handle: WorkflowHandle, approval: Approval): Promise<RunProgress> {
  const look = async () => {
    const progress = await handle.query<RunProgress>(PROGRESS_QUERY);
    if (progress.approval !== approval) throw new Error(`The gate is "${progress.approval}", not "${approval}".`);
    return progress;
  };
  return vi.waitFor(look, { timeout: LIMIT_MS, interval: LOOK_EVERY_MS });
}

/** Approves the outline of a run; null leaves it as it is. */
export async function approveOutline(handle: WorkflowHandle, outline: ArtifactRef | null): Promise<void> {
  await handle.executeUpdate<void, [ArtifactRef | null]>(APPROVE_OUTLINE_UPDATE, { args: [outline] });
}

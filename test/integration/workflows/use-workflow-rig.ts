import { afterAll, beforeAll, expect } from 'vitest';
import type { TemporalCli } from '../../../src/temporal/find-temporal-cli.ts';
import { WorkflowRig } from './workflow-rig.ts';

/**
 * Opens a rig before the first test of a group and closes it after the last one, when every run that they started has been
 * found to fit today's workflow code. Returns who gives the rig to a test. A group without the CLI is skipped, and opens none.
 */
export function useWorkflowRig(cli: TemporalCli | null): () => WorkflowRig {
  let opened: WorkflowRig | null = null;
  beforeAll(async () => {
    if (cli !== null) opened = await WorkflowRig.start(cli.path);
  });
  afterAll(async () => {
    await using closing = opened;
    expect(await closing?.replayAll()).toBeGreaterThan(0);
  });
  return () => {
    if (opened === null) throw new Error('The rig is open within the tests of its group alone.');
    return opened;
  };
}

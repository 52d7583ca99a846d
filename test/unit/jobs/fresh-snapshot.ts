import type { RunSnapshot } from '../../../src/jobs/run-snapshot.ts';

/** A run that has just been started and has done nothing yet. */
export const FRESH_SNAPSHOT: RunSnapshot = {
  workflowId: 'lectra-water-cycle',
  runId: 'r',
  project: 'water-cycle',
  title: null,
  slideCount: null,
  hasVideo: true,
  approval: 'not-asked',
  outline: null,
  startedAtMs: 0,
  closedAtMs: null,
  records: [],
  warnings: [],
  outcome: null,
  stuck: null,
  idleQueues: [],
  modelProgress: null,
  resetEventId: null,
};

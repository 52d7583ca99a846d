import { vi } from 'vitest';
import { describeRun } from '../../src/jobs/describe-run.ts';
import type { RunSnapshot } from '../../src/jobs/run-snapshot.ts';
import { type LectraHome, NEVER } from './lectra-home.ts';

/** A cold host on a busy machine comes first. */
const LIMIT_MS = 300_000;
const LOOK_EVERY_MS = 100;

/** Returns the first look at a run that shows what is waited for. Throws when the run ends before, or never gets there. */
export async function waitForRun(
  home: LectraHome,
  project: string,
  isReached: (snapshot: RunSnapshot) => boolean,
): Promise<RunSnapshot> {
  await using connection = await vi.waitFor(() => home.connect(), { timeout: LIMIT_MS, interval: LOOK_EVERY_MS });
  const found = await vi.waitFor(
    async () => {
      const snapshot = await describeRun(connection.client, project, NEVER);
      if (snapshot.outcome === null && !isReached(snapshot)) throw new Error(`"${project}" is not there yet.`);
      return snapshot;
    },
    { timeout: LIMIT_MS, interval: LOOK_EVERY_MS },
  );
  if (!isReached(found)) throw new Error(`"${project}" ended (${found.outcome?.status}) before it got there.`);
  return found;
}

/** Returns how many steps of one activity are done. */
export function countDone({ records }: RunSnapshot, activity: RunSnapshot['records'][number]['activity']): number {
  return records.filter((record) => record.activity === activity && record.outcome === 'completed').length;
}

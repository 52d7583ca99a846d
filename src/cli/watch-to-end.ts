import { ConfigError } from '../contract/errors.ts';
import { describeStuckRun } from '../jobs/describe-trouble.ts';
import type { RunSnapshot } from '../jobs/run-snapshot.ts';
import type { StartedRun } from '../jobs/start-run.ts';
import { watchRun } from '../jobs/watch-run.ts';
import { showOutline } from './show-outline.ts';
import type { SessionParts } from './with-session.ts';

/** Shows a run until it ends and returns the last look at it. Throws RUN_STUCK, and the reason of `signal`. */
export async function watchToEnd(run: StartedRun, parts: SessionParts, signal: AbortSignal): Promise<RunSnapshot> {
  const { context, display, held } = parts;
  let last: RunSnapshot | null = null;
  for await (const event of watchRun(run, { connect: held.connect, nowMs: context.nowMs }, signal)) {
    display.show(event);
    if (event.type === 'approval-awaited') await showOutline(event, parts);
    if ('snapshot' in event) last = event.snapshot;
  }
  const stuck = last === null ? null : describeStuckRun(last);
  if (stuck !== null) throw new ConfigError('RUN_STUCK', stuck);
  if (last === null) throw new Error(`The watcher of ${run.workflowId} ended without a look at the run.`);
  return last;
}

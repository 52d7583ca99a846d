import type { RunSummary } from '../jobs/run-summary.ts';
import type { CliContext } from './cli-context.ts';
import { formatRunList } from './format-run-list.ts';
import type { CommandOutput } from './with-session.ts';

/** Returns what to print of a list of runs: one JSON object for programs, a table for people. */
export function showRuns(runs: readonly RunSummary[], isJson: boolean, { nowMs }: CliContext): CommandOutput {
  return { stdout: isJson ? `${JSON.stringify({ runs })}\n` : formatRunList(runs, nowMs()) };
}

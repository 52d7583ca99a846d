import type { ReplayVerdict } from './replay-history.ts';

/** What was replayed, as people know it. */
export interface ReplaySubject {
  /** A workflow id or a file. */
  readonly name: string;
  /** Null for a history from a file. */
  readonly workflowId: string | null;
}

/** Formats what a replay found: one line when all is well, else the first difference as one block with the way out. */
export function formatReplay({ name, workflowId }: ReplaySubject, verdict: ReplayVerdict): string {
  const { difference, eventCount, stepCount } = verdict;
  const size = `${eventCount} events, ${stepCount} steps`;
  if (difference === null) return `${name} (${size}) fits today's workflow code.\n`;
  const resetTarget = workflowId ?? 'ID';
  return [
    `${name} (${size}) does not fit today's workflow code.`,
    '',
    `  event     ${difference.eventId}`,
    `  history   ${difference.recorded}`,
    `  code      ${difference.wanted}`,
    ...(difference.complaint === null ? [] : [`  Temporal  ${difference.complaint}`]),
    '',
    'To change the code: put the change behind `patched` (docs/how-to/change-the-workflow.md).',
    'To carry on with this run as it is: start its workflow again with the new code; finished steps come from the store.',
    `  npx lectra temporal workflow reset --workflow-id ${resetTarget} --type FirstWorkflowTask --reason "new workflow code"`,
    '',
  ].join('\n');
}

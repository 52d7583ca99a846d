import type { Command } from 'commander';
import { cancelRun } from '../jobs/cancel-run.ts';
import { findRun } from '../jobs/find-run.ts';
import { toRunStatus } from '../temporal/run-status.ts';
import type { CliContext } from './cli-context.ts';
import { watchToEnd } from './watch-to-end.ts';
import { type CommandOutput, type SessionParts, withSession } from './with-session.ts';

/** Adds `cancel`: asks a run to end and waits until it has. */
export function addCancelCommand(program: Command, context: CliContext): void {
  program
    .command('cancel')
    .description('end a run and wait until it has ended; what is finished is kept')
    .argument('<id>', 'project or workflow id')
    .option('--json', 'print one JSON object on stdout')
    .action((id: string, options: { readonly json?: boolean }) =>
      withSession(context, (parts) => cancel(id, options.json ?? false, parts)),
    );
}

async function cancel(id: string, isJson: boolean, { context, display, held }: SessionParts): Promise<CommandOutput> {
  const { signal } = context;
  const { client } = held.session();
  const found = await findRun(client, id, signal);
  const run = { workflowId: found.workflowId, runId: found.runId };
  let status = toRunStatus(found.status.name);
  const wasOpen = status === 'running';
  if (wasOpen) {
    await cancelRun(client, run, signal);
    display.hint('Cancelling. Ctrl-C leaves; the run ends by itself.');
    const snapshot = await watchToEnd(run, { context, held, display }, signal);
    status = snapshot.outcome?.status ?? status;
  }
  return {
    stdout: isJson
      ? `${JSON.stringify({ status, workflow_id: run.workflowId, run_id: run.runId })}\n`
      : `${run.workflowId} ${wasOpen ? 'is' : 'was already'} ${status}.\n`,
  };
}

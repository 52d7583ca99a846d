import type { Command } from 'commander';
import { findRun, runNotFound } from '../jobs/find-run.ts';
import type { StartedRun } from '../jobs/start-run.ts';
import { toRunStatus } from '../temporal/run-status.ts';
import type { CliContext } from './cli-context.ts';
import type { RunDisplay } from './run-display.ts';
import { cancelAndWatch } from './watch-cancellable.ts';
import { type CommandOutput, type SessionParts, withKnownRuns } from './with-session.ts';

/** Adds `cancel`: asks a run to end and waits until it has. */
export function addCancelCommand(program: Command, context: CliContext): void {
  program
    .command('cancel')
    .description('end a run and wait until it has ended; what is finished is kept')
    .argument('<id>', 'project or workflow id')
    .option('--json', 'print one JSON object on stdout')
    .action((id: string, options: { readonly json?: boolean }) =>
      withKnownRuns(context, {
        purpose: 'follow',
        work: (parts) => cancel(id, options.json ?? false, parts),
        noRuns: () => {
          throw runNotFound(id);
        },
      }),
    );
}

async function cancel(id: string, isJson: boolean, parts: SessionParts): Promise<CommandOutput> {
  const { context, display, held } = parts;
  const found = await findRun(held.session().client, id, context.signal);
  const run = { workflowId: found.workflowId, runId: found.runId };
  const before = toRunStatus(found.status.name);
  if (before !== 'running') return tell(run, before, `${run.workflowId} was already ${before}.`, isJson);
  display.hint('Cancelling. Ctrl-C leaves; the run ends by itself.');
  const { outcome } = await cancelAndWatch(run, { ...parts, display: withoutHistory(display) });
  const after = outcome?.status ?? before;
  // It may have been through with its last step already.
  return tell(run, after, `${run.workflowId} is ${after}.`, isJson);
}

/** Who ends a run does not ask how it went until now, nor for an outline to approve. */
function withoutHistory(display: RunDisplay): RunDisplay {
  return {
    ...display,
    print: () => undefined,
    show: (event) => {
      if ('snapshot' in event || event.type === 'news-missing' || event.type === 'news-resumed') display.show(event);
    },
  };
}

function tell({ runId, workflowId }: StartedRun, status: string, sentence: string, isJson: boolean): CommandOutput {
  return {
    stdout: isJson ? `${JSON.stringify({ status, workflow_id: workflowId, run_id: runId })}\n` : `${sentence}\n`,
  };
}

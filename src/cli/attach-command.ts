import type { Command } from 'commander';
import { findRun, runNotFound } from '../jobs/find-run.ts';
import type { CliContext } from './cli-context.ts';
import { finishRun } from './finish-run.ts';
import { watchToEnd } from './watch-to-end.ts';
import { type CommandOutput, type SessionParts, withKnownRuns } from './with-session.ts';

/** Adds `attach`: watches a run that was started elsewhere. Ctrl-C leaves it running. */
export function addAttachCommand(program: Command, context: CliContext): void {
  program
    .command('attach')
    .description('watch a run; Ctrl-C leaves it running')
    .argument('<id>', 'project or workflow id')
    .option('--json', 'print one JSON object on stdout')
    .action((id: string, options: { readonly json?: boolean }) =>
      withKnownRuns(context, {
        purpose: 'follow',
        work: (parts) => attach(id, options.json ?? false, parts),
        noRuns: () => {
          throw runNotFound(id);
        },
      }),
    );
}

async function attach(id: string, isJson: boolean, { context, display, held }: SessionParts): Promise<CommandOutput> {
  const { signal } = context;
  const { runId, workflowId } = await findRun(held.session().client, id, signal);
  display.hint('Ctrl-C leaves; the run goes on.');
  const snapshot = await watchToEnd({ workflowId, runId }, { context, held, display }, signal);
  return finishRun({ context, held, snapshot, isJson, outputFolder: null, nextVariation: null }, signal);
}

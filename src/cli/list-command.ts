import { type Command, InvalidArgumentError } from 'commander';
import { listRuns } from '../jobs/list-runs.ts';
import type { CliContext } from './cli-context.ts';
import { showRuns } from './show-runs.ts';
import { type CommandOutput, type SessionParts, withKnownRuns } from './with-session.ts';

const MOST_RUNS = 1000;

interface ListOptions {
  readonly limit: number;
  readonly json?: boolean;
}

/** Adds `list`: the runs that Temporal knows, newest first. */
export function addListCommand(program: Command, context: CliContext): void {
  program
    .command('list')
    .description('show the runs, newest first')
    .option('--limit <count>', `at most this many, 1 to ${MOST_RUNS}`, parseLimit, 20)
    .option('--json', 'print one JSON object on stdout')
    .action((options: ListOptions) =>
      withKnownRuns(context, {
        purpose: 'look',
        work: (parts) => list(options, parts),
        noRuns: () => showRuns([], options.json ?? false, context),
      }),
    );
}

async function list(options: ListOptions, { context, held }: SessionParts): Promise<CommandOutput> {
  return showRuns(await listRuns(held.session().client, options.limit, context.signal), options.json ?? false, context);
}

function parseLimit(typed: string): number {
  const limit = Number(typed);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST_RUNS) return limit;
  throw new InvalidArgumentError(`Give a whole number from 1 to ${MOST_RUNS}.`);
}

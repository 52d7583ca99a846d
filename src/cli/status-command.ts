import type { Command } from 'commander';
import type { StageProgress } from '../contract/progress.ts';
import { describeRun } from '../jobs/describe-run.ts';
import { listRuns } from '../jobs/list-runs.ts';
import type { RunSnapshot } from '../jobs/run-snapshot.ts';
import { countStages } from '../jobs/stage-progress.ts';
import type { CliContext } from './cli-context.ts';
import { drawRun } from './draw-run.ts';
import { formatRunList } from './format-run-list.ts';
import { type CommandOutput, type SessionParts, withSession } from './with-session.ts';

const RECENT_RUNS = 5;

/** Adds `status`: how one run stands, or the last few. */
export function addStatusCommand(program: Command, context: CliContext): void {
  program
    .command('status')
    .description('show how a run stands, or the last few runs')
    .argument('[id]', 'project or workflow id')
    .option('--json', 'print one JSON object on stdout')
    .action((id: string | undefined, options: { readonly json?: boolean }) =>
      withSession(context, (parts) => status(id, options.json ?? false, parts)),
    );
}

async function status(
  id: string | undefined,
  isJson: boolean,
  { context, held }: SessionParts,
): Promise<CommandOutput> {
  const { client } = held.session();
  if (id === undefined) {
    const runs = await listRuns(client, RECENT_RUNS, context.signal);
    return { stdout: isJson ? `${JSON.stringify({ runs })}\n` : formatRunList(runs, context.nowMs()) };
  }
  const snapshot = await describeRun(client, id, context.signal);
  return {
    stdout: isJson ? `${JSON.stringify(toStatusObject(snapshot))}\n` : `${drawStatus(snapshot, context)}\n`,
  };
}

function drawStatus(snapshot: RunSnapshot, context: CliContext): string {
  const { closedAtMs, outcome, warnings } = snapshot;
  return drawRun({
    snapshot,
    nowMs: closedAtMs ?? context.nowMs(),
    columns: context.columns(),
    // The colours belong to stderr; this goes to stdout, which may be a file.
    hasColor: false,
    notes: [...warnings.map((warning) => warning.message), ...(outcome?.message ? [outcome.message] : [])],
    hint: `${snapshot.workflowId} is ${outcome?.status ?? 'running'}.`,
  });
}

/** How a run stands, for programs. */
interface StatusObject {
  readonly workflow_id: string;
  readonly run_id: string;
  readonly project: string | null;
  readonly title: string | null;
  readonly slide_count: number | null;
  readonly status: string;
  readonly code: string | null;
  readonly message: string | null;
  readonly stages: readonly StageProgress[];
  readonly warnings: RunSnapshot['warnings'];
}

function toStatusObject(snapshot: RunSnapshot): StatusObject {
  const { outcome } = snapshot;
  return {
    workflow_id: snapshot.workflowId,
    run_id: snapshot.runId,
    project: snapshot.project,
    title: snapshot.title,
    slide_count: snapshot.slideCount,
    status: outcome?.status ?? 'running',
    code: outcome?.code ?? null,
    message: outcome?.message ?? null,
    stages: countStages(snapshot),
    warnings: snapshot.warnings,
  };
}

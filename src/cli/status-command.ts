import type { Command } from 'commander';
import type { ErrorCode } from '../contract/error-codes.ts';
import type { StageProgress } from '../contract/progress.ts';
import { describeRun } from '../jobs/describe-run.ts';
import { describeIdleQueue, describePausedStep, describeStuckRun } from '../jobs/describe-trouble.ts';
import { runNotFound } from '../jobs/find-run.ts';
import { listRuns } from '../jobs/list-runs.ts';
import { resetCommandOf } from '../jobs/reset-command.ts';
import type { RunSnapshot } from '../jobs/run-snapshot.ts';
import type { ListedStatus } from '../jobs/run-summary.ts';
import { countStages } from '../jobs/stage-progress.ts';
import type { CliContext } from './cli-context.ts';
import { describeApproval } from './describe-approval.ts';
import { nameProject } from './describe-failure.ts';
import { drawRun } from './draw-run.ts';
import { nameStatus } from './name-status.ts';
import { showRuns } from './show-runs.ts';
import { type CommandOutput, type SessionParts, withKnownRuns } from './with-session.ts';

const RECENT_RUNS = 5;

/** Adds `status`: how one run stands, or the last few. */
export function addStatusCommand(program: Command, context: CliContext): void {
  program
    .command('status')
    .description('show how a run stands, or the last few runs')
    .argument('[id]', 'project or workflow id')
    .option('--json', 'print one JSON object on stdout')
    .action((id: string | undefined, options: { readonly json?: boolean }) =>
      withKnownRuns(context, {
        purpose: 'look',
        work: (parts) => status(id, options.json ?? false, parts),
        noRuns: () => {
          if (id !== undefined) throw runNotFound(id);
          return showRuns([], options.json ?? false, context);
        },
      }),
    );
}

async function status(
  id: string | undefined,
  isJson: boolean,
  { context, held }: SessionParts,
): Promise<CommandOutput> {
  const { client } = held.session();
  if (id === undefined) {
    return showRuns(await listRuns(client, RECENT_RUNS, context.signal), isJson, context);
  }
  const snapshot = await describeRun(client, id, context.signal, context.nowMs());
  return {
    stdout: isJson ? `${JSON.stringify(toStatusObject(snapshot))}\n` : `${drawStatus(snapshot, context)}\n`,
  };
}

function drawStatus(snapshot: RunSnapshot, context: CliContext): string {
  const { closedAtMs, warnings } = snapshot;
  const drawing = drawRun({
    snapshot,
    nowMs: closedAtMs ?? context.nowMs(),
    columns: context.columns(),
    // The colours belong to stderr; this goes to stdout, which may be a file.
    hasColor: false,
    notes: warnings.map((warning) => warning.message),
    hint: `${snapshot.workflowId} is ${nameStatus(statusOf(snapshot))}.`,
  });
  // Sentences that people act on, and commands that they copy, are never cut.
  return [drawing, ...describeWayOn(snapshot)].join('\n');
}

function describeWayOn(snapshot: RunSnapshot): readonly string[] {
  const { idleQueues, outcome, project, records, workflowId } = snapshot;
  const reset = resetCommandOf(snapshot);
  const sentences = [
    outcome?.message ? nameProject(outcome.message, snapshot) : null,
    describeStuckRun(snapshot),
    ...records.filter((step) => step.outcome === 'paused').map((step) => describePausedStep(workflowId, step)),
    ...idleQueues.map(describeIdleQueue),
  ].filter((sentence) => sentence !== null);
  const waiting = statusOf(snapshot) === 'waiting-for-approval' ? describeApproval(snapshot) : [];
  const isBroken = outcome !== null && outcome.status !== 'completed';
  const made = outcome?.status === 'completed' ? [`What it made: lectra attach ${project ?? workflowId}`] : [];
  const commands = isBroken
    ? [
        'Carry on from what is finished:',
        `  lectra resume ${project ?? workflowId}`,
        ...(reset === null ? [] : [`  ${reset}`]),
      ]
    : [];
  return [sentences, waiting, made, commands]
    .filter((lines) => lines.length > 0)
    .flatMap((lines) => ['', ...lines.map(indent)]);
}

function indent(line: string): string {
  return `  ${line}`;
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
  /** Labels of the steps that somebody paused. */
  readonly paused_steps: readonly string[];
  /** Queues that something waits in and that no worker asks. */
  readonly idle_queues: readonly string[];
  /** For a closed run: the event and the command with which Temporal's own reset carries on. */
  readonly reset_event_id: number | null;
  readonly reset_command: string | null;
}

function toStatusObject(snapshot: RunSnapshot): StatusObject {
  const { outcome, stuck } = snapshot;
  const message = describeStuckRun(snapshot) ?? outcome?.message ?? null;
  return {
    workflow_id: snapshot.workflowId,
    run_id: snapshot.runId,
    project: snapshot.project,
    title: snapshot.title,
    slide_count: snapshot.slideCount,
    status: statusOf(snapshot),
    code: stuck === null ? (outcome?.code ?? null) : ('RUN_STUCK' satisfies ErrorCode),
    message: message === null ? null : nameProject(message, snapshot),
    stages: countStages(snapshot),
    warnings: snapshot.warnings,
    paused_steps: snapshot.records.filter((step) => step.outcome === 'paused').map(({ label }) => label),
    idle_queues: snapshot.idleQueues.map(({ name }) => name),
    reset_event_id: snapshot.resetEventId,
    reset_command: resetCommandOf(snapshot),
  };
}

function statusOf({ approval, outcome, stuck }: RunSnapshot): ListedStatus {
  if (outcome !== null) return outcome.status;
  if (stuck !== null) return 'stuck';
  return approval === 'waiting' ? 'waiting-for-approval' : 'running';
}

import { resolve } from 'node:path';
import type { StartedRun } from '../jobs/start-run.ts';
import type { CliContext } from './cli-context.ts';
import { finishRun } from './finish-run.ts';
import type { HeldClient } from './held-client.ts';
import { watchCancellable } from './watch-cancellable.ts';
import type { CommandOutput, SessionParts } from './with-session.ts';

/** Options that every command has that starts a run. */
export interface FollowOptions {
  readonly out?: string;
  readonly detach?: boolean;
  readonly json?: boolean;
}

/**
 * Shows a run that this command started, until it ends, and returns what to print of it; at once under --detach.
 * `nextVariation` gets another draft than this run; null for a run that should keep what it has.
 */
export async function followStartedRun(
  run: StartedRun,
  options: FollowOptions,
  parts: SessionParts,
  nextVariation: number | null = null,
): Promise<CommandOutput> {
  const { context, display, held } = parts;
  const isJson = options.json ?? false;
  if (options.detach) return { stdout: formatDetached(run, isJson) };
  // The address is needed again while the run is drawn, and after it.
  display.print(`Run ${run.workflowId}${uiHint(run, held)}`);
  display.hint('Ctrl-C cancels the run; what is finished is kept.');
  const snapshot = await watchCancellable(run, parts);
  const outputFolder = chooseOutputFolder(options, context);
  return finishRun({ context, held, snapshot, isJson, outputFolder, nextVariation }, context.forceSignal);
}

/** A host that serves several folders publishes into the one that it was started from: this one gets its copy. */
export function chooseOutputFolder({ out }: FollowOptions, { config, cwd }: CliContext): string | null {
  if (out !== undefined) return resolve(cwd, out);
  return config.temporal.kind === 'embedded' ? config.outputDir : null;
}

function formatDetached({ runId, workflowId }: StartedRun, isJson: boolean): string {
  return isJson
    ? `${JSON.stringify({ status: 'running', workflow_id: workflowId, run_id: runId })}\n`
    : `${workflowId}\n`;
}

/** https://docs.temporal.io/web-ui: runs lie under their namespace, workflow id and run id. */
function uiHint({ runId, workflowId }: StartedRun, held: HeldClient): string {
  const { namespace, uiUrl } = held.session();
  if (uiUrl === null) return '';
  const path = ['namespaces', namespace, 'workflows', workflowId, runId].map(encodeURIComponent).join('/');
  return `: ${uiUrl}/${path}/timeline`;
}

import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { openArtifactStore } from '../artifacts/open-artifact-store.ts';
import { approveRun } from '../jobs/approve-run.ts';
import { describeRun } from '../jobs/describe-run.ts';
import { describeIdleQueue } from '../jobs/describe-trouble.ts';
import { runNotFound } from '../jobs/find-run.ts';
import { readEditedOutline } from '../jobs/read-edited-outline.ts';
import { readOutline } from '../jobs/read-outline.ts';
import type { CliContext } from './cli-context.ts';
import { type CommandOutput, type SessionParts, withKnownRuns } from './with-session.ts';

interface ApproveOptions {
  readonly outline?: string;
  readonly print?: boolean;
  readonly json?: boolean;
}

/** Adds `approve`: lets a run go on that waits after its outline, as it is or as somebody edited it. */
export function addApproveCommand(program: Command, context: CliContext): void {
  program
    .command('approve')
    .description('let a run go on that waits for approval of its outline')
    .argument('<id>', 'project or workflow id')
    .option('--outline <file>', 'an edited outline to go on with; --print gives it as it is')
    .addOption(new Option('--print', 'print the outline as JSON and approve nothing').conflicts('outline'))
    .option('--json', 'print one JSON object on stdout')
    .action((id: string, options: ApproveOptions) =>
      withKnownRuns(context, {
        // An approval is heard by a worker of the workflow; the outline itself lies in the store.
        purpose: options.print ? 'look' : 'follow',
        work: (parts) => (options.print ? print(id, options, parts) : approve(id, options, parts)),
        noRuns: () => {
          throw runNotFound(id);
        },
      }),
    );
}

async function print(id: string, { json }: ApproveOptions, { context, held }: SessionParts): Promise<CommandOutput> {
  const snapshot = await describeRun(held.session().client, id, context.signal);
  const outline = await readOutline(await openStore(context), snapshot);
  return { stdout: `${JSON.stringify(outline, null, json ? 0 : 2)}\n` };
}

async function approve(
  id: string,
  { json, outline: path }: ApproveOptions,
  { context, display, held }: SessionParts,
): Promise<CommandOutput> {
  const { client } = held.session();
  const snapshot = await describeRun(client, id, context.signal, context.nowMs());
  for (const queue of snapshot.idleQueues) display.say(describeIdleQueue(queue));
  const outline = path === undefined ? null : await putOutline(path, context);
  await approveRun(client, { snapshot, outline }, context.signal);
  const { project, runId, workflowId } = snapshot;
  const sentence = `${workflowId} is approved and goes on; \`lectra attach ${project ?? workflowId}\` watches it.`;
  const object = { status: 'running', approval: 'approved', workflow_id: workflowId, run_id: runId };
  return { stdout: json ? `${JSON.stringify(object)}\n` : `${sentence}\n` };
}

async function putOutline(path: string, context: CliContext) {
  const bytes = await readEditedOutline(context.cwd, path);
  return (await openStore(context)).put(bytes, 'application/json');
}

function openStore({ config }: CliContext) {
  return openArtifactStore({ folder: join(config.dataDir, 'artifacts') });
}

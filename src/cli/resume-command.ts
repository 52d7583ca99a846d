import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { openArtifactStore } from '../artifacts/open-artifact-store.ts';
import { assertWritable } from '../jobs/assert-writable.ts';
import { findResumableRun, resumeRun } from '../jobs/resume-run.ts';
import type { CliContext } from './cli-context.ts';
import { chooseOutputFolder, type FollowOptions, followStartedRun } from './follow-started-run.ts';
import { type CommandOutput, type SessionParts, withSession } from './with-session.ts';

/** Adds `resume`: carries a run that ended without a lecture on from what it had finished. */
export function addResumeCommand(program: Command, context: CliContext): void {
  program
    .command('resume')
    .description('carry a failed, cancelled or lost run on from what it had finished')
    .argument('<id>', 'project or workflow id')
    .option('--out <folder>', 'also lay the finished folder below this one')
    .addOption(new Option('--detach', 'print the id and leave; the run goes on').conflicts('out'))
    .option('--json', 'print one JSON object on stdout')
    .action((id: string, options: FollowOptions) => withSession(context, (parts) => resume(id, options, parts)));
}

async function resume(id: string, options: FollowOptions, parts: SessionParts): Promise<CommandOutput> {
  const { context, held } = parts;
  const { client, taskQueue } = held.session();
  const store = await openArtifactStore({ folder: join(context.config.dataDir, 'artifacts') });
  const found = await findResumableRun({ client, store, nameOrId: id }, context.signal);
  await assertWritable(chooseOutputFolder(options, context) ?? context.config.outputDir, found.project);
  const run = await resumeRun({ client, taskQueue, run: found }, context.forceSignal);
  return followStartedRun(run, options, parts);
}

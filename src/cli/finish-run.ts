import { resolve } from 'node:path';
import { copyProject } from '../jobs/copy-project.ts';
import { readResult } from '../jobs/read-result.ts';
import type { RunSnapshot } from '../jobs/run-snapshot.ts';
import type { CliContext } from './cli-context.ts';
import { describeFailure, exitCodeOfFailure } from './describe-failure.ts';
import { formatResult } from './format-result.ts';
import type { HeldClient } from './held-client.ts';
import type { CommandOutput } from './with-session.ts';

/** A closed run and how to tell of it. */
export interface FinishRunInput {
  readonly context: CliContext;
  readonly held: HeldClient;
  /** The last look at a closed run. */
  readonly snapshot: RunSnapshot;
  readonly isJson: boolean;
  /** Where to lay a copy of the folder; null for none. */
  readonly outputFolder: string | null;
  /** The --variation that gets another draft; null tells nobody of it. */
  readonly nextVariation: number | null;
}

/** Returns what to print of a closed run: what it made, or why it made nothing. Lays the copy of its folder. */
export async function finishRun(input: FinishRunInput, signal: AbortSignal): Promise<CommandOutput> {
  const { context, held, isJson, nextVariation, outputFolder, snapshot } = input;
  if (snapshot.outcome?.status !== 'completed') {
    const failure = describeFailure(snapshot);
    return {
      stdout: isJson ? `${JSON.stringify(failure)}\n` : '',
      stderr: `lectra: ${failure.message}\n`,
      exitCode: exitCodeOfFailure(failure),
    };
  }
  const made = await readResult(held.session().client, snapshot, signal);
  const result =
    outputFolder === null || resolve(outputFolder, made.project) === made.project_dir
      ? made
      : await copyProject({ result: made, outputFolder, now: () => new Date(context.nowMs()) }, signal);
  return {
    stdout: isJson
      ? `${JSON.stringify(result)}\n`
      : formatResult(result, { snapshot, cwd: context.cwd, nextVariation }),
  };
}

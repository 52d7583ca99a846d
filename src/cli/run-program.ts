import { CommanderError } from 'commander';
import { ERROR_CODES, type ErrorCode } from '../contract/error-codes.ts';
import type { CliContext } from './cli-context.ts';
import { CommandLeft } from './command-left.ts';
import { nameFailure } from './name-failure.ts';
import { createProgram } from './program.ts';

const WRONG_USAGE = 2;
const CANCELLED = 130;

const STOPPED = 'Stopped; a run that is open goes on, and `lectra list` shows it.';

/**
 * Runs one command line and sets the exit code: 0 done, 1 failed, 2 wrong usage, 130 cancelled. A failure that Lectra can
 * name is one sentence on stderr, and under --json an object on stdout; anything else is a defect and keeps its stack.
 */
export async function runProgram(args: readonly string[], context: CliContext): Promise<void> {
  const isJson = args.includes('--json') && args[0] !== 'temporal';
  try {
    await createProgram(context).parseAsync(handOn(args), { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help and version end with 0 of their own accord; all others are words that do not fit, and commander has said so.
      if (error.exitCode === 0) return;
      context.setExitCode(WRONG_USAGE);
      if (isJson) writeError('INPUT_INVALID', error.message.replace(/^error: /, ''), context);
      return;
    }
    if (context.signal.aborted) {
      const sentence = error instanceof CommandLeft ? error.message : STOPPED;
      context.setExitCode(CANCELLED);
      context.stderr.write(`lectra: ${sentence}\n`);
      if (isJson) writeObject({ status: 'stopped', code: null, message: sentence }, context);
      return;
    }
    reportError(error, isJson, context);
  }
}

/** What follows `temporal` belongs to Temporal's own command line, also where Lectra has an option of that name. */
function handOn(args: readonly string[]): string[] {
  const [command, ...words] = args;
  return command === 'temporal' ? [command, '--', ...words] : [...args];
}

function reportError(error: unknown, isJson: boolean, context: CliContext): void {
  const named = nameFailure(error);
  if (named === null) {
    context.stderr.write(`lectra: This is a defect of Lectra.\n${describeDefect(error)}\n`);
    if (isJson) writeError('INTERNAL', error instanceof Error ? error.message : String(error), context);
    context.setExitCode(1);
    return;
  }
  context.stderr.write(`lectra: ${named.message}\n`);
  if (isJson) writeError(named.code, named.message, context);
  context.setExitCode(ERROR_CODES[named.code].exitCode);
}

function writeError(code: ErrorCode, message: string, context: CliContext): void {
  writeObject({ status: 'error', code, message }, context);
}

/** What a program reads on stdout instead of a result. */
function writeObject(object: object, context: CliContext): void {
  context.stdout.write(`${JSON.stringify(object)}\n`);
}

function describeDefect(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

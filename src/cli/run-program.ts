import { CommanderError } from 'commander';
import { ERROR_CODES } from '../contract/error-codes.ts';
import { LectraError } from '../contract/errors.ts';
import type { CliContext } from './cli-context.ts';
import { createProgram } from './program.ts';

const WRONG_USAGE = 2;
const CANCELLED = 130;

const STOPPED = 'lectra: Stopped; a run that is open goes on, and `lectra list` shows it.\n';
const LEFT = 'lectra: Left; the run ends its cancelling by itself, and `lectra status` shows how it stands.\n';

/**
 * Runs one command line and sets the exit code: 0 done, 1 failed, 2 wrong usage, 130 cancelled. A failure that Lectra can
 * name is one sentence on stderr, and under --json an object on stdout; anything else is a defect and keeps its stack.
 */
export async function runProgram(args: readonly string[], context: CliContext): Promise<void> {
  try {
    await createProgram(context).parseAsync(handOn(args), { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help and version end with 0 of their own accord; all others are words that do not fit.
      if (error.exitCode !== 0) context.setExitCode(WRONG_USAGE);
      return;
    }
    if (context.signal.aborted) {
      context.setExitCode(CANCELLED);
      context.stderr.write(context.forceSignal.aborted ? LEFT : STOPPED);
      return;
    }
    reportError(error, args.includes('--json'), context);
  }
}

/** What follows `temporal` belongs to Temporal's own command line, also where Lectra has an option of that name. */
function handOn(args: readonly string[]): string[] {
  const [command, ...words] = args;
  return command === 'temporal' ? [command, '--', ...words] : [...args];
}

function reportError(error: unknown, isJson: boolean, context: CliContext): void {
  if (!(error instanceof LectraError)) {
    context.stderr.write(`lectra: This is a defect of Lectra.\n${describeDefect(error)}\n`);
    context.setExitCode(1);
    return;
  }
  context.stderr.write(`lectra: ${error.message}\n`);
  if (isJson)
    context.stdout.write(`${JSON.stringify({ status: 'error', code: error.code, message: error.message })}\n`);
  context.setExitCode(ERROR_CODES[error.code].exitCode);
}

function describeDefect(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

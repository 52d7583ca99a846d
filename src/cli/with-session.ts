import type { CliContext } from './cli-context.ts';
import { type HeldClient, holdClient } from './held-client.ts';
import { createRunDisplay, type RunDisplay } from './run-display.ts';

/** What a command prints once its display is closed. */
export interface CommandOutput {
  readonly stdout: string;
  readonly stderr?: string;
  readonly exitCode?: 0 | 1 | 2 | 130;
}

/** What a command works with while it is connected. */
export interface SessionParts {
  readonly context: CliContext;
  readonly held: HeldClient;
  readonly display: RunDisplay;
}

/** Connects, does the work, closes display and connection, then prints: so that nothing is drawn over the output. */
export async function withSession(
  context: CliContext,
  work: (parts: SessionParts) => Promise<CommandOutput>,
): Promise<void> {
  const output = await inSession(context, work);
  if (output.stderr) context.stderr.write(output.stderr);
  context.stdout.write(output.stdout);
  context.setExitCode(output.exitCode ?? 0);
}

async function inSession(
  context: CliContext,
  work: (parts: SessionParts) => Promise<CommandOutput>,
): Promise<CommandOutput> {
  using display = createRunDisplay(context);
  await using held = await holdClient(context, display.say, context.signal);
  return await work({ context, held, display });
}

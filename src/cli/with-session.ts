import { ProviderError } from '../contract/errors.ts';
import type { CliContext } from './cli-context.ts';
import { type HeldClient, holdSession } from './held-client.ts';
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

/** What a command does with runs that are there already. */
export interface KnownRunsWork {
  /** `look` starts no worker; `follow` sees to it that an open run can go on. */
  readonly purpose: 'look' | 'follow';
  readonly work: (parts: SessionParts) => Promise<CommandOutput>;
  /** Answers where this installation never had a run. May throw. */
  readonly noRuns: () => CommandOutput;
}

/** Connects, does the work, closes display and connection, then prints: so that nothing is drawn over the output. */
export async function withSession(
  context: CliContext,
  work: (parts: SessionParts) => Promise<CommandOutput>,
): Promise<void> {
  print(await workInSession(context, work), context);
}

/** Like `withSession`, for commands that start no run: no host is started that they do not need, and none is drained. */
export async function withKnownRuns(context: CliContext, known: KnownRunsWork): Promise<void> {
  print(await workOnKnownRuns(context, known), context);
}

async function workInSession(
  context: CliContext,
  work: (parts: SessionParts) => Promise<CommandOutput>,
): Promise<CommandOutput> {
  using display = createRunDisplay(context);
  const open = (signal: AbortSignal) => context.openClient(display.say, signal);
  await using held = holdSession(await open(context.signal), open);
  return await work({ context, held, display });
}

async function workOnKnownRuns(context: CliContext, { noRuns, purpose, work }: KnownRunsWork): Promise<CommandOutput> {
  using display = createRunDisplay(context);
  const find = (signal: AbortSignal) => context.findClient(purpose, display.say, signal);
  const first = await find(context.signal);
  if (first === null) return noRuns();
  await using held = holdSession(first, async (signal) => (await find(signal)) ?? refuseLostFolder(context));
  return await work({ context, held, display });
}

function refuseLostFolder({ config }: CliContext): never {
  const message = `The data folder ${config.dataDir} was taken away, and the runs with it. Put it back, then ask again.`;
  throw new ProviderError('SERVICE_UNAVAILABLE', message, { provider: 'temporal' });
}

function print(output: CommandOutput, context: CliContext): void {
  if (output.stderr) context.stderr.write(output.stderr);
  context.stdout.write(output.stdout);
  context.setExitCode(output.exitCode ?? 0);
}

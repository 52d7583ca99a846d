import type { Command } from 'commander';
import { execa } from 'execa';
import { prepareDataDir } from '../config/prepare-data-dir.ts';
import { ensureTemporalCli } from '../temporal/ensure-temporal-cli.ts';
import { ensureHost } from '../workers/ensure-host.ts';
import type { CliContext } from './cli-context.ts';
import { createRunDisplay } from './run-display.ts';

/** Adds `temporal`: Temporal's own command line, pointed at the service that Lectra uses. */
export function addTemporalCommand(program: Command, context: CliContext): void {
  program
    .command('temporal')
    .description("run Temporal's own command line against the service that Lectra uses")
    .argument('[words...]', 'what to hand to it, such as: workflow list')
    .helpOption(false)
    .allowUnknownOption()
    .allowExcessArguments()
    .action((words: readonly string[]) => runTemporal(words, context));
}

async function runTemporal(words: readonly string[], context: CliContext): Promise<void> {
  await using cleanup = new AsyncDisposableStack();
  const { cliPath, env } = await prepare(words, context, cleanup);
  // Ctrl-C reaches the child too, by the terminal; this one waits for it to end.
  const { exitCode } = await execa(cliPath, words, {
    stdio: 'inherit',
    env,
    reject: false,
    cancelSignal: context.forceSignal,
  });
  if (exitCode !== 0) context.setExitCode(context.signal.aborted ? 130 : 1);
}

async function prepare(words: readonly string[], context: CliContext, cleanup: AsyncDisposableStack) {
  const { config, signal } = context;
  using display = createRunDisplay(context);
  await prepareDataDir(config.dataDir);
  const { dataDir, searchPath, temporalCli: configuredPath } = config;
  const places = { configuredPath, searchPath, dataDir, fetch: globalThis.fetch, onProgress: display.say };
  const { path: cliPath } = await ensureTemporalCli(places, signal);
  if (needsNoService(words)) return { cliPath, env: {} };
  const service =
    config.temporal.kind === 'remote'
      ? config.temporal
      : cleanup.use(await ensureHost(config, { onProgress: display.say }, signal)).target;
  const { address, namespace } = service;
  // By environment, since not every command of Temporal knows the options, and an option that is given still wins.
  return { cliPath, env: { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace } };
}

function needsNoService(words: readonly string[]): boolean {
  return words.length === 0 || words.some((word) => ['--help', '-h', 'help', '--version', '-v'].includes(word));
}

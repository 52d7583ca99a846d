import type { Writable } from 'node:stream';
import { type Config, loadConfig } from '../config/load-config.ts';
import { processInput } from '../config/process-input.ts';
import { isNodeError } from '../platform/is-node-error.ts';
import type { CliContext, ConnectionFlags } from './cli-context.ts';
import { describeTerminal } from './describe-terminal.ts';
import { findClient } from './find-client.ts';
import { openClient } from './open-client.ts';
import { listenToSignals } from './process-signals.ts';
import { runProgram } from './run-program.ts';

/** Runs the command line of this process and ends it with the exit code 0 done, 1 failed, 2 wrong usage, 130 cancelled. */
export async function main(): Promise<void> {
  const input = processInput();
  let flags: ConnectionFlags = {};
  let config: Config | null = null;
  const readConfig = () => {
    config ??= loadConfig({ ...input, flags });
    return config;
  };
  const { forceSignal, signal } = listenToSignals(process, Date.now);
  const context: CliContext = {
    useConnection: (given) => {
      flags = given;
    },
    get config() {
      return readConfig();
    },
    ...describeTerminal(process.stderr, input.env),
    cwd: input.cwd,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    signal,
    forceSignal,
    nowMs: Date.now,
    setExitCode: (code) => {
      process.exitCode = code;
    },
    openClient: (onProgress, until) => openClient(readConfig(), onProgress, until),
    findClient: (purpose, onProgress, until) => findClient(readConfig(), purpose, onProgress, until),
  };
  for (const stream of [process.stdout, process.stderr]) stream.on('error', endQuietlyWithoutReader);
  await runProgram(process.argv.slice(2), context);
  await Promise.all([flush(process.stdout), flush(process.stderr)]);
  // A connection that is closing, or an input nobody read to its end, must not hold a command that is done.
  process.exit();
}

/** `lectra list | head -1`: who reads has enough. */
function endQuietlyWithoutReader(error: Error): void {
  if (!isNodeError(error, 'EPIPE')) throw error;
  process.exit();
}

function flush(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => resolve());
  });
}

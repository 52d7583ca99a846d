import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connectTemporal, type TemporalConnection } from '../../src/temporal/connect.ts';
import type { TemporalCli } from '../../src/temporal/find-temporal-cli.ts';
import { readHostStatus } from '../../src/workers/read-host-status.ts';
import { stopHost } from '../../src/workers/stop-host.ts';
import type { LectraOutcome } from '../integration/cli/run-lectra.ts';
import { somePort } from '../services/some-port.ts';
import { killOutright } from './kill-outright.ts';
import { listProcessesOf } from './list-processes-of.ts';
import { replayRuns } from './replay-runs.ts';

const BIN = fileURLToPath(new URL('../../src/cli/lectra.mjs', import.meta.url));

/** The signal of a test that is never aborted. */
export const NEVER = new AbortController().signal;

export interface LectraOptions {
  /** Default: the folder of the home. */
  readonly cwd?: string;
  /** Added to the environment of the home. */
  readonly env?: Readonly<Record<string, string>>;
  /** Given on standard input; default: nothing. */
  readonly stdin?: string | Uint8Array;
}

/** A command that runs. */
export interface RunningLectra {
  readonly outcome: Promise<LectraOutcome>;
  /** What it has printed so far. */
  readonly printed: () => { readonly stdout: string; readonly stderr: string };
  readonly send: (signalName: NodeJS.Signals) => void;
}

/** One installation with nothing in it, as a new user has it: a home folder, a data folder, an output folder, two ports. */
export interface LectraHome extends AsyncDisposable {
  readonly folder: string;
  readonly dataDir: string;
  readonly outputDir: string;
  readonly env: Readonly<Record<string, string>>;
  readonly start: (args: readonly string[], options?: LectraOptions) => RunningLectra;
  readonly run: (args: readonly string[], options?: LectraOptions) => Promise<LectraOutcome>;
  /** Connects to the service of the running host without holding the host. */
  readonly connect: () => Promise<TemporalConnection>;
}

/**
 * Makes a home; closing it ends its host and every process that it left, replays every run that was started in it against
 * today's workflow code, and removes the folder.
 */
export async function createLectraHome(
  cli: TemporalCli | null,
  settings: Readonly<Record<string, string>> = {},
): Promise<LectraHome> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'lectra-e2e-')));
  const dataDir = join(folder, 'data');
  const outputDir = join(folder, 'output');
  await mkdir(join(folder, 'home'));
  const [port, uiPort, ollamaPort] = [await somePort(), await somePort(), await somePort()];
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: join(folder, 'home'),
    LECTRA_DATA_DIR: dataDir,
    LECTRA_OUTPUT_DIR: outputDir,
    LECTRA_TEMPORAL_PORT: String(port),
    LECTRA_TEMPORAL_UI_PORT: String(uiPort),
    // What a lecture is written by does not depend on an Ollama that this machine happens to run.
    OLLAMA_HOST: `127.0.0.1:${ollamaPort}`,
    // A host that an interrupted test leaves behind ends by itself.
    LECTRA_HOST_IDLE_MS: '60000',
    ...(cli === null ? {} : { LECTRA_TEMPORAL_CLI: cli.path }),
    ...settings,
  };
  const start = (args: readonly string[], options: LectraOptions = {}) =>
    startLectra(args, { cwd: options.cwd ?? folder, env: { ...env, ...options.env }, stdin: options.stdin ?? '' });
  return {
    folder,
    dataDir,
    outputDir,
    env,
    start,
    run: (args, options) => start(args, options).outcome,
    connect: async () => {
      const host = await readHostStatus(dataDir, NEVER);
      if (host === null) throw new Error(`No host runs in ${dataDir}.`);
      const { address, namespace, uiUrl } = host;
      return connectTemporal({ address, namespace, uiUrl, profileToml: null }, NEVER);
    },
    [Symbol.asyncDispose]: async () => {
      await stopHost({ dataDir, force: true, onProgress: () => undefined }, NEVER);
      await killOutright((await listProcessesOf(dataDir)).map(({ pid }) => pid));
      if (cli !== null) {
        const replayed = await replayRuns({ cli, dataDir, ports: [await somePort(), await somePort()] }, NEVER);
        console.log(`Replayed ${replayed} runs`);
      }
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Starts the real command with this environment and no other. */
export function startLectra(
  args: readonly string[],
  call: { readonly cwd: string; readonly env: Readonly<Record<string, string>>; readonly stdin: string | Uint8Array },
): RunningLectra {
  const child = spawn(process.execPath, [BIN, ...args], { cwd: call.cwd, env: call.env });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text;
  });
  // A command that refuses its arguments never reads its input.
  child.stdin.on('error', () => undefined);
  child.stdin.end(call.stdin);
  const outcome = new Promise<LectraOutcome>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, ...output }));
  });
  return { outcome, printed: () => ({ ...output }), send: (name) => void child.kill(name) };
}

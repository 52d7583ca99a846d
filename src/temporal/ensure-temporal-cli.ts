import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigError } from '../contract/errors.ts';
import { findProgram } from '../platform/find-program.ts';
import { ProcessError } from '../platform/process-error.ts';
import { acquireProcessLock } from '../platform/process-lock.ts';
import { buildCli, explainUnusableGo } from './cli-binary/build-cli.ts';
import { readCliVersion } from './cli-binary/cli-version.ts';
import { downloadCli, OFFICIAL_DOWNLOAD_URL } from './cli-binary/download-cli.ts';
import { PINNED_CLI_VERSION } from './cli-binary/pinned-version.ts';
import { type CliPlaces, cachedCliPath, findTemporalCli, type TemporalCli } from './find-temporal-cli.ts';

/** Marks a file that is not finished yet; the next command that holds the lock removes it. */
const PART_MARK = '.part-';

export interface EnsureCliInput extends CliPlaces {
  readonly fetch: typeof globalThis.fetch;
  /** Receives sentences to show while the CLI is fetched or built. */
  readonly onProgress: (message: string) => void;
  /** Default: the official download of Temporal. */
  readonly downloadUrl?: string;
  /** The folder with the go.mod that pins the CLI. Default: `temporal/` of this installation. */
  readonly moduleDir?: string;
}

/**
 * Returns a Temporal CLI: one that is there, else the official download, else one built with Go. Only one process
 * fetches at a time, the others wait; an abort leaves nothing half-written. Throws ENGINE_MISSING when no way works.
 */
export async function ensureTemporalCli(input: EnsureCliInput, signal: AbortSignal): Promise<TemporalCli> {
  const found = await findTemporalCli(input, signal);
  if (found !== null) return found;
  const targetPath = cachedCliPath(input.dataDir);
  const folder = dirname(targetPath);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  using _lock = await acquireProcessLock(join(folder, 'temporal.lock'), signal, () =>
    input.onProgress('Waiting for another command that is getting the Temporal CLI'),
  );
  const foundMeanwhile = await findTemporalCli(input, signal);
  if (foundMeanwhile !== null) return foundMeanwhile;
  await removeParts(folder);

  const partPath = `${targetPath}${PART_MARK}${randomUUID()}`;
  try {
    const failures = await obtain(input, partPath, signal);
    if (failures !== null) throw missingCliError(failures);
    await rename(partPath, targetPath);
  } finally {
    await rm(partPath, { force: true });
  }
  const made = await findTemporalCli(input, signal);
  if (made === null) throw missingCliError([`${targetPath} is gone again`]);
  return made;
}

/** Tries each way in turn. Returns null on success, else why each way failed. */
async function obtain(input: EnsureCliInput, partPath: string, signal: AbortSignal): Promise<readonly string[] | null> {
  const failures: string[] = [];
  const ways = [
    { name: 'download', take: () => download(input, partPath, signal) },
    { name: 'Go', take: () => build(input, partPath, signal) },
  ];
  for (const way of ways) {
    const problem = (await way.take()) ?? (await explainWrongVersion(partPath, signal));
    if (problem === null) return null;
    failures.push(`${way.name}: ${problem}`);
    input.onProgress(`No Temporal CLI by ${way.name}: ${problem}`);
    await rm(partPath, { force: true });
  }
  return failures;
}

async function download(input: EnsureCliInput, targetPath: string, signal: AbortSignal): Promise<string | null> {
  input.onProgress(`Downloading the Temporal CLI ${PINNED_CLI_VERSION}`);
  try {
    const baseUrl = input.downloadUrl ?? OFFICIAL_DOWNLOAD_URL;
    const { platform, arch } = process;
    await downloadCli({ ...input, baseUrl, platform, arch, targetPath }, signal);
    return null;
  } catch (error) {
    signal.throwIfAborted();
    // Whatever breaks a download, the next way is tried and the reason is shown.
    return describeFailure(error);
  }
}

async function build(input: EnsureCliInput, targetPath: string, signal: AbortSignal): Promise<string | null> {
  const goPath = await findProgram('go', input.searchPath);
  if (goPath === null) return 'there is no Go on PATH';
  const unusable = await explainUnusableGo(goPath, signal);
  if (unusable !== null) return unusable;
  const moduleDir = input.moduleDir ?? fileURLToPath(new URL('../../temporal', import.meta.url));
  try {
    await buildCli({ goPath, moduleDir, targetPath, onProgress: input.onProgress }, signal);
    return null;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ProcessError) return `${error.message} ${error.stderrTail.trim().split('\n').at(-1) ?? ''}`;
    throw error;
  }
}

async function explainWrongVersion(path: string, signal: AbortSignal): Promise<string | null> {
  await chmod(path, 0o700);
  const version = await readCliVersion(path, signal);
  if (version === null) return 'the program does not run on this machine';
  return version.cli === PINNED_CLI_VERSION ? null : `the program is version ${version.cli}`;
}

function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // `fetch failed` of undici says what happened in its cause only.
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

async function removeParts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.includes(PART_MARK)) await rm(join(folder, name), { force: true });
  }
}

function missingCliError(failures: readonly string[]): ConfigError {
  return new ConfigError(
    'ENGINE_MISSING',
    `The Temporal CLI ${PINNED_CLI_VERSION} is missing (${failures.join('; ')}). Three ways out: install it (https://docs.temporal.io/cli) and put it on PATH or name it with LECTRA_TEMPORAL_CLI; install Go 1.26 (https://go.dev/dl) and start again; or give the address of a Temporal service with --address.`,
  );
}

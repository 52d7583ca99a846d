import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../config/config.ts';
import { prepareDataDir } from '../config/prepare-data-dir.ts';
import { LectraError, ProviderError } from '../contract/errors.ts';
import { fileExists } from '../platform/file-exists.ts';
import { acquireProcessLock, tryProcessLock } from '../platform/process-lock.ts';
import { ensureTemporalCli } from '../temporal/ensure-temporal-cli.ts';
import { HOST_LOCK_NAME } from './host/host-file.ts';
import { readHostVersion } from './host/host-version.ts';
import { type JoinedHost, joinHost } from './host/join-host.ts';
import { HostKilledError, spawnHost } from './host/spawn-host.ts';
import { type HostLease, toHostInfo, toTarget } from './host-lease.ts';
import { stopHost } from './stop-host.ts';

/** Somebody may drain a host between its start and our joining it, or kill it while it starts. */
const START_ATTEMPTS = 3;
/** Far longer than any start or drain takes, on a cold and busy machine too. */
const LONGEST_WAIT_MS = 180_000;
const REJOIN_INTERVAL_MS = 500;
/** Each start that fails costs a process or two. */
const LONGEST_PAUSE_MS = 15_000;

export interface EnsureHostOptions {
  /** Receives sentences to show while the Temporal CLI is fetched or the host starts. */
  readonly onProgress: (message: string) => void;
  /** Default: the fetch of this process. */
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * Joins the host of the data folder, or starts one, and holds it until released. A host with other code or settings is
 * drained first. When the held host is killed, another one is started in its place, at the same address.
 * Throws ENGINE_MISSING without the Temporal CLI and SERVICE_UNAVAILABLE when the host does not start.
 */
export async function ensureHost(config: Config, options: EnsureHostOptions, signal: AbortSignal): Promise<HostLease> {
  await prepareDataDir(config.dataDir);
  const version = await readHostVersion(config);
  const joined = await joinOrStart(config, version, options, signal);
  return holdOn(joined, config, version);
}

/**
 * Holds the running host, whatever its code and settings, to follow a run that is open there; it is never drained for
 * that. Starts one where none runs. Null when no host has ever had the data folder: no run can be there.
 */
export async function rejoinHost(
  config: Config,
  options: EnsureHostOptions,
  signal: AbortSignal,
): Promise<HostLease | null> {
  const running = await joinHost(config.dataDir, null, signal);
  if (running !== null) return holdOn(running, config, null);
  return (await fileExists(join(config.dataDir, HOST_LOCK_NAME))) ? ensureHost(config, options, signal) : null;
}

async function joinOrStart(
  config: Config,
  version: string,
  options: EnsureHostOptions,
  signal: AbortSignal,
): Promise<JoinedHost> {
  const { dataDir } = config;
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt++) {
    const running = await joinHost(dataDir, version, signal);
    if (running !== null) return running;
    using _lock = await acquireProcessLock(join(dataDir, 'host-start.lock'), signal, () =>
      options.onProgress('Waiting for another command that starts Lectra'),
    );
    const startedMeanwhile = await makeRoom(dataDir, version, options.onProgress, signal);
    if (startedMeanwhile !== null) return startedMeanwhile;
    try {
      await start(config, version, options, signal);
    } catch (error) {
      if (!(error instanceof HostKilledError) || attempt === START_ATTEMPTS - 1) throw error;
      options.onProgress('The host was killed while it started; starting it again');
    }
    const started = await joinHost(dataDir, version, signal);
    if (started !== null) return started;
  }
  throw new ProviderError(
    'SERVICE_UNAVAILABLE',
    `The Lectra host was started ${START_ATTEMPTS} times and ended each time. Its log is ${join(dataDir, 'host.log')}.`,
    { provider: 'temporal' },
  );
}

/** Joins a host that fits, or ends one that does not. A host that is only just starting is waited for. */
async function makeRoom(
  dataDir: string,
  version: string,
  onProgress: (message: string) => void,
  signal: AbortSignal,
): Promise<JoinedHost | null> {
  const limitMs = performance.now() + LONGEST_WAIT_MS;
  for (let look = 0; performance.now() < limitMs; look++) {
    const joined = await joinHost(dataDir, version, signal);
    if (joined !== null) return joined;
    await stopHost({ dataDir, force: false, onProgress }, signal);
    const lock = tryProcessLock(join(dataDir, HOST_LOCK_NAME));
    lock?.[Symbol.dispose]();
    if (lock !== null) return null;
    if (look === 0) onProgress('Waiting for a host that is starting or ending');
    await sleep(REJOIN_INTERVAL_MS, undefined, { signal });
  }
  throw new ProviderError(
    'SERVICE_UNAVAILABLE',
    `A process has held the data folder ${dataDir} for three minutes without answering. End it (\`fuser ${join(dataDir, HOST_LOCK_NAME)}\` names it) and start again.`,
    { provider: 'temporal' },
  );
}

async function start(config: Config, version: string, options: EnsureHostOptions, signal: AbortSignal): Promise<void> {
  const { onProgress } = options;
  const { dataDir, searchPath, temporalCli: configuredPath } = config;
  const fetch = options.fetch ?? globalThis.fetch;
  const cli =
    config.temporal.kind === 'remote'
      ? null
      : await ensureTemporalCli({ configuredPath, searchPath, dataDir, fetch, onProgress }, signal);
  onProgress('Starting Lectra');
  await spawnHost({ config, version, cli }, onProgress, signal);
}

/** `version`: what the next host must have when this one is killed; null for any. */
function holdOn(first: JoinedHost, config: Config, version: string | null): HostLease {
  const released = new AbortController();
  let current = first;
  void stayJoined();
  async function stayJoined(): Promise<void> {
    while (!released.signal.aborted) {
      const wasDrained = await current.connection.closed;
      if (released.signal.aborted) return;
      const next = await rejoin(wasDrained, config, version, released.signal);
      if (next === null) return;
      current = next;
    }
  }
  const release = async () => {
    released.abort();
    current.connection.close();
    await current.connection.closed;
  };
  return {
    ...toHostInfo(first.file),
    target: toTarget(first.file, config),
    release,
    [Symbol.asyncDispose]: release,
  };
}

/** After a kill, a new host is started; one that was drained on purpose is only waited for. Null: released meanwhile. */
async function rejoin(
  wasDrained: boolean,
  config: Config,
  version: string | null,
  signal: AbortSignal,
): Promise<JoinedHost | null> {
  try {
    for (let pauseMs = REJOIN_INTERVAL_MS; ; ) {
      const joined = await (wasDrained
        ? joinHost(config.dataDir, null, signal)
        : startAgain(config, version, signal).catch(unlessNamed));
      if (joined !== null) return joined;
      await sleep(pauseMs, undefined, { signal, ref: false });
      if (!wasDrained) pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
    }
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

async function startAgain(config: Config, version: string | null, signal: AbortSignal): Promise<JoinedHost> {
  const running = version === null ? await joinHost(config.dataDir, null, signal) : null;
  if (running !== null) return running;
  const wanted = version ?? (await readHostVersion(config));
  return joinOrStart(config, wanted, { onProgress: () => undefined }, signal);
}

/** What is in the way may go, such as a full disk: the client says meanwhile that the service is away. */
function unlessNamed(error: unknown): null {
  if (error instanceof LectraError) return null;
  throw error;
}

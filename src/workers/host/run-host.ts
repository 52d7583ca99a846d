import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../../config/config.ts';
import { ConfigError, ProviderError } from '../../contract/errors.ts';
import { workflowQueue } from '../../contract/queues.ts';
import { identifyProcess } from '../../platform/process-identity.ts';
import { tryProcessLock } from '../../platform/process-lock.ts';
import { connectTemporal } from '../../temporal/connect.ts';
import type { TemporalCli } from '../../temporal/find-temporal-cli.ts';
import { startEmbeddedService } from '../../temporal/start-embedded-service.ts';
import type { TemporalTarget } from '../../temporal/temporal-target.ts';
import type { RunningWorkers } from '../running-workers.ts';
import { SHUTDOWN_GRACE_MS } from '../shutdown-grace.ts';

import { type ControlServer, startControlServer } from './control-server.ts';
import { countOpenRuns } from './count-open-runs.ts';
import { HOST_LOCK_NAME, type HostFile, removeHostFile, writeHostFile } from './host-file.ts';
import { createIdleWatch } from './idle-watch.ts';
import { stayFindable } from './stay-findable.ts';
import { superviseService } from './supervise-service.ts';

const LOOK_INTERVAL_MS = 5_000;
const CI_LOOK_INTERVAL_MS = 500;
/** A client joins within a moment of the host getting ready. */
const FIRST_CLIENT_MS = 20_000;
/** Steps that do not listen to cancellation are left to Temporal after the grace time and this. */
const DRAIN_LIMIT_MS = SHUTDOWN_GRACE_MS + 3_000;

export interface RunHostInput {
  readonly config: Config;
  readonly version: string;
  /** Runs the embedded service; null for a service that the user gives. */
  readonly cli: TemporalCli | null;
  /** Loads the workers while the service starts; they start once it answers. */
  readonly prepareWorkers: (signal: AbortSignal) => Promise<(target: TemporalTarget) => Promise<RunningWorkers>>;
  /** Sentences for the log. */
  readonly log: (message: string) => void;
  /** Sentences for the client that waits for this host. */
  readonly onProgress: (message: string) => void;
  readonly onReady: () => void;
}

/**
 * Runs the host of a data folder: service and workers, until it is drained, has nothing to do, or a part of it fails.
 * `drain` ends it gently, `force` at once. Throws SERVICE_UNAVAILABLE when another host has the folder.
 */
export async function runHost(input: RunHostInput, drain: AbortController, force: AbortController): Promise<void> {
  const { config, log } = input;
  await using cleanup = new AsyncDisposableStack();
  cleanup.use(lockDataDir(config.dataDir));
  await removeHostFile(config.dataDir);
  const taskQueue = workflowQueue(config.queuePrefix);
  const token = randomBytes(24).toString('base64url');
  let look = async (): Promise<number | null> => null;
  // Open until the very end, so that a client who comes while the host drains hears so.
  const control = await startControlServer({
    token,
    onDrain: (isForced) => (isForced ? force : drain).abort(),
    status: async () => ({ openRuns: await look() }),
  });
  cleanup.defer(control.close);
  cleanup.defer(() => removeHostFile(config.dataDir));
  force.signal.addEventListener('abort', () => drain.abort(), { once: true });

  const failure = Promise.withResolvers<never>();
  // It may come long before anybody waits for it.
  failure.promise.catch(() => undefined);
  const [target, start] = await Promise.all([
    startService(input, drain.signal, failure.reject, cleanup),
    input.prepareWorkers(drain.signal),
  ]);
  input.onProgress('Starting the workers');
  const workers = await start(target);
  workers.ended.catch(failure.reject);
  cleanup.defer(() => drainWorkers(workers, force.signal, log));
  const connection = cleanup.use(await connectTemporal(target, drain.signal));
  cleanup.defer(control.announceDraining);
  look = () => countOpenRuns(connection.client, taskQueue, Date.now());

  const file = await describeHost(input, target, { taskQueue, token, port: control.port });
  await writeHostFile(config.dataDir, file);
  input.onReady();
  log(`The host is ready: Temporal at ${target.address}, its page at ${target.uiUrl ?? 'an unknown address'}`);

  const stay = () => stayFindable(config.dataDir, file, log);
  await Promise.race([failure.promise, untilIdle(config, control, { look, stay }, drain.signal)]);
  log(drain.signal.aborted ? 'The host was asked to end' : 'The host has nothing to do and ends');
}

function lockDataDir(dataDir: string): Disposable {
  const lock = tryProcessLock(join(dataDir, HOST_LOCK_NAME));
  if (lock !== null) return lock;
  const message = `Another host has the data folder ${dataDir}. Run \`lectra down\` to end it.`;
  throw new ProviderError('SERVICE_UNAVAILABLE', message, { provider: 'temporal' });
}

/** Starts the embedded service, or nothing for a service that the user gives. */
async function startService(
  { config, cli, log, onProgress }: RunHostInput,
  signal: AbortSignal,
  onFailure: (error: unknown) => void,
  cleanup: AsyncDisposableStack,
): Promise<TemporalTarget> {
  if (config.temporal.kind === 'remote') return { ...config.temporal, uiUrl: null };
  if (cli === null) throw new ConfigError('ENGINE_MISSING', 'The host got no Temporal CLI. Run `lectra doctor`.');
  onProgress('Starting Temporal');
  const service = await superviseService(
    (ports, stopping) =>
      startEmbeddedService(
        {
          cli,
          dataDir: config.dataDir,
          wantedPort: ports?.port ?? config.temporalPort,
          wantedUiPort: ports?.uiPort ?? config.temporalUiPort,
          onNotice: log,
        },
        AbortSignal.any([signal, stopping]),
      ),
    log,
  );
  service.ended.catch(onFailure);
  cleanup.defer(service.stop);
  return service.target;
}

async function describeHost(
  { config, version }: RunHostInput,
  { address, namespace, uiUrl }: TemporalTarget,
  control: { readonly taskQueue: string; readonly token: string; readonly port: number },
): Promise<HostFile> {
  const identity = await identifyProcess(process.pid);
  return {
    pid: process.pid,
    processStart: identity?.start ?? '',
    address,
    namespace,
    uiUrl,
    taskQueue: control.taskQueue,
    outputDir: config.outputDir,
    version,
    startedAt: new Date().toISOString(),
    controlPort: control.port,
    controlToken: control.token,
  };
}

/** Returns when the host has nothing to do any more, has lost its data folder, or was asked to end. */
async function untilIdle(
  config: Config,
  control: ControlServer,
  { look, stay }: { readonly look: () => Promise<number | null>; readonly stay: () => Promise<boolean> },
  drain: AbortSignal,
): Promise<void> {
  const isOver = createIdleWatch({
    idleMs: config.isCi ? 0 : config.hostIdleMs,
    firstClientMs: FIRST_CLIENT_MS,
    startMs: performance.now(),
  });
  const intervalMs = Math.min(config.isCi ? CI_LOOK_INTERVAL_MS : LOOK_INTERVAL_MS, Math.max(config.hostIdleMs, 100));
  while (!drain.aborted && (await stay())) {
    const openRuns = await look();
    const facts = { clients: control.clients(), clientsSoFar: control.clientsSoFar(), isKept: control.isKept() };
    if (isOver({ ...facts, openRuns }, performance.now())) return;
    await sleep(intervalMs, undefined, { signal: drain }).catch(rethrowUnlessAborted(drain));
  }
}

function rethrowUnlessAborted(signal: AbortSignal) {
  return (error: unknown) => {
    if (!signal.aborted) throw error;
  };
}

async function drainWorkers(workers: RunningWorkers, force: AbortSignal, log: RunHostInput['log']): Promise<void> {
  workers.drain();
  const limit = new AbortController();
  const forced = new Promise<'forced'>((resolve) => {
    if (force.aborted) resolve('forced');
    force.addEventListener('abort', () => resolve('forced'), { once: true });
  });
  const late = sleep(DRAIN_LIMIT_MS, 'late' as const, { signal: limit.signal }).catch(
    rethrowUnlessAborted(limit.signal),
  );
  // A failed worker has already been reported; here only its end counts.
  const drained = workers.ended.then(
    () => 'drained' as const,
    () => 'drained' as const,
  );
  const outcome = await Promise.race([drained, forced, late]);
  limit.abort();
  log(`The workers have stopped (${outcome})`);
}

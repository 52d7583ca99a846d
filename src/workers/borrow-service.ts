import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import { ProviderError } from '../contract/errors.ts';
import { fileExists } from '../platform/file-exists.ts';
import { tryProcessLock } from '../platform/process-lock.ts';
import { connectTemporal, type TemporalConnection } from '../temporal/connect.ts';
import { ensureTemporalCli } from '../temporal/ensure-temporal-cli.ts';
import { startEmbeddedService } from '../temporal/start-embedded-service.ts';
import { HOST_LOCK_NAME } from './host/host-file.ts';
import { joinHost } from './host/join-host.ts';
import { toTarget } from './host-lease.ts';

/** A connection to a service that was not started for work. */
export interface BorrowedService extends AsyncDisposable {
  readonly connection: TemporalConnection;
}

/**
 * Connects to the Temporal service of this installation without starting any worker, so that open runs stand still: the
 * one that the user gives, that of a running host of any version, or the embedded one alone, which ends again when it is
 * given back. Null when the data folder has never had a service. Throws SERVICE_UNAVAILABLE and ENGINE_MISSING.
 */
export async function borrowService(
  config: Config,
  onProgress: (message: string) => void,
  signal: AbortSignal,
): Promise<BorrowedService | null> {
  if (config.temporal.kind === 'remote') return ownConnection(config.temporal, signal);
  const joined = await joinHost(config.dataDir, null, signal);
  if (joined !== null) {
    await using cleanup = new AsyncDisposableStack();
    cleanup.defer(() => joined.connection.close());
    const connection = cleanup.use(await connectTemporal(toTarget(joined.file, config), signal));
    return handOver(connection, cleanup);
  }
  return startAlone(config, onProgress, signal);
}

async function ownConnection(
  temporal: Extract<Config['temporal'], { readonly kind: 'remote' }>,
  signal: AbortSignal,
): Promise<BorrowedService> {
  await using cleanup = new AsyncDisposableStack();
  const { address, namespace, profileToml } = temporal;
  const connection = cleanup.use(await connectTemporal({ address, namespace, profileToml, uiUrl: null }, signal));
  return handOver(connection, cleanup);
}

async function startAlone(
  config: Config,
  onProgress: (message: string) => void,
  signal: AbortSignal,
): Promise<BorrowedService | null> {
  const { dataDir, searchPath, temporalCli: configuredPath } = config;
  // Every host leaves its lock behind; without one there was none, and the folder need not even be there.
  if (!(await fileExists(join(dataDir, HOST_LOCK_NAME)))) return null;
  await using cleanup = new AsyncDisposableStack();
  cleanup.use(lockOutHosts(dataDir));
  const cli = await ensureTemporalCli(
    { configuredPath, searchPath, dataDir, fetch: globalThis.fetch, onProgress },
    signal,
  );
  if (!(await fileExists(join(dataDir, `temporal-${cli.serverVersion}.db`)))) return null;
  onProgress('Starting the Temporal service alone');
  const service = await startEmbeddedService(
    { cli, dataDir, wantedPort: config.temporalPort, wantedUiPort: config.temporalUiPort, onNotice: onProgress },
    signal,
  );
  cleanup.defer(service.stop);
  const connection = cleanup.use(await connectTemporal(service.target, signal));
  return handOver(connection, cleanup);
}

/** Two servers on one database would spoil it. */
function lockOutHosts(dataDir: string): Disposable {
  const lock = tryProcessLock(join(dataDir, HOST_LOCK_NAME));
  if (lock !== null) return lock;
  throw new ProviderError(
    'SERVICE_UNAVAILABLE',
    `A host in ${dataDir} is starting or ending right now. Try again in a moment, or end it with \`lectra down\`.`,
    { provider: 'temporal' },
  );
}

/** What was put on the stack lives on until the caller is done. */
function handOver(connection: TemporalConnection, cleanup: AsyncDisposableStack): BorrowedService {
  const kept = cleanup.move();
  return { connection, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

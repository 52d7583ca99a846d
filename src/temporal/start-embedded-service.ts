import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ProviderError } from '../contract/errors.ts';
import { openLogFile } from '../platform/open-log-file.ts';
import { readFileFrom } from '../platform/read-file-from.ts';
import { connectTemporal } from './connect.ts';
import type { TemporalCli } from './find-temporal-cli.ts';
import { describeFailedStart } from './service/describe-failed-start.ts';
import { findFreePort } from './service/find-free-port.ts';
import { raiseRetention } from './service/raise-retention.ts';
import { removeServiceRecord, writeServiceRecord } from './service/service-record.ts';
import { type ServerProcess, spawnServer } from './service/spawn-server.ts';
import { stopOrphanService } from './stop-orphan-service.ts';
import type { TemporalTarget } from './temporal-target.ts';

/** The ports that Temporal's own documentation uses. */
const DEFAULT_PORT = 7233;
const DEFAULT_UI_PORT = 8233;
const NAMESPACE = 'default';
/** A cold disk reads 138 MB of program first. */
const READY_TIMEOUT_MS = 60_000;
const READY_INTERVAL_MS = 100;
/** What is no Temporal service is asked until then, as one that is only just starting would be. */
const OCCUPANT_ANSWERS_WITHIN_MS = 3_000;
/** Somebody may take a port between the look and the start. */
const START_ATTEMPTS = 3;

export interface EmbeddedServiceInput {
  readonly cli: TemporalCli;
  /** Database, log and process record lie here. The caller makes sure that no other host uses it. */
  readonly dataDir: string;
  /** Default 7233; a taken one means the next free one. */
  readonly wantedPort: number | null;
  /** Default 8233; a taken one means the next free one. */
  readonly wantedUiPort: number | null;
  /** Receives sentences for the log. */
  readonly onNotice: (message: string) => void;
}

/** Our own Temporal service. */
export interface EmbeddedService {
  readonly target: TemporalTarget;
  readonly port: number;
  readonly uiPort: number;
  /** Settles when the process is gone, whoever ended it; never rejects. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the service and returns once it answers. A server that a killed host left behind is stopped first; a service
 * of somebody else on a wanted port is named and left alone. Throws SERVICE_UNAVAILABLE when it does not get ready, and
 * DISK_FULL; both say what the server itself gave as the reason.
 */
export async function startEmbeddedService(input: EmbeddedServiceInput, signal: AbortSignal): Promise<EmbeddedService> {
  if (await stopOrphanService(input.dataDir, signal)) {
    input.onNotice('Stopped a Temporal server that an earlier host left behind.');
  }
  let printed = '';
  for (let attempt = 1; attempt <= START_ATTEMPTS; attempt++) {
    const started = await tryStart(input, signal);
    if ('service' in started) return started.service;
    printed = started.printed;
    input.onNotice(`The Temporal server ended while starting (attempt ${attempt} of ${START_ATTEMPTS}).`);
  }
  throw describeFailedStart({ printed, databasePath: databasePath(input), logPath: logPath(input.dataDir) });
}

/** Returns what the server printed when it ended before it was ready. */
async function tryStart(
  input: EmbeddedServiceInput,
  signal: AbortSignal,
): Promise<{ readonly service: EmbeddedService } | { readonly printed: string }> {
  const { cli, dataDir } = input;
  const port = await takePort(input.wantedPort ?? DEFAULT_PORT, [], input, signal);
  const uiPort = await takePort(input.wantedUiPort ?? DEFAULT_UI_PORT, [port], input, signal);
  const target = targetOn(port, uiPort);
  await using log = await openLogFile(logPath(dataDir));
  const { size: logBytesBefore } = await log.stat();
  const server = await spawnServer({ cliPath: cli.path, databasePath: databasePath(input), port, uiPort, log });
  try {
    await writeServiceRecord(dataDir, server.identity);
    if (!(await waitUntilReady(server, target, dataDir, signal))) {
      return { printed: await readFileFrom(logPath(dataDir), logBytesBefore) };
    }
  } catch (error) {
    await server.stop();
    await removeServiceRecord(dataDir);
    throw error;
  }
  const stop = async () => {
    await server.stop();
    await removeServiceRecord(dataDir);
  };
  return { service: { target, port, uiPort, ended: server.ended, stop } };
}

async function takePort(
  wanted: number,
  taken: readonly number[],
  input: EmbeddedServiceInput,
  signal: AbortSignal,
): Promise<number> {
  const port = await findFreePort(wanted, taken);
  if (taken.includes(wanted)) {
    input.onNotice(`Port ${wanted} is that of the service itself; port ${port} is used for its page.`);
  } else if (port !== wanted) {
    input.onNotice(`${await describeOccupant(wanted, signal)} It is left alone; port ${port} is used instead.`);
  }
  return port;
}

async function describeOccupant(port: number, signal: AbortSignal): Promise<string> {
  const target = targetOn(port, port);
  try {
    await using foreign = await connectTemporal(target, signal, OCCUPANT_ANSWERS_WITHIN_MS);
    return `A Temporal service of somebody else answers on ${foreign.address}.`;
  } catch (error) {
    if (error instanceof ProviderError) return `Port ${port} is taken by another program.`;
    throw error;
  }
}

async function waitUntilReady(
  server: ServerProcess,
  target: TemporalTarget,
  dataDir: string,
  signal: AbortSignal,
): Promise<boolean> {
  const limit = performance.now() + READY_TIMEOUT_MS;
  while (!server.hasEnded()) {
    try {
      await using connection = await connectTemporal(target, signal, 1_000);
      await raiseRetention(connection.client.connection, target.namespace);
      return !server.hasEnded();
    } catch (error) {
      if (!(error instanceof ProviderError) || performance.now() > limit) throw withLogPath(error, dataDir);
    }
    await sleep(READY_INTERVAL_MS, undefined, { signal });
  }
  return false;
}

function withLogPath(error: unknown, dataDir: string): unknown {
  if (!(error instanceof ProviderError)) return error;
  const message = `${error.message} The log of the embedded service is ${logPath(dataDir)}.`;
  return new ProviderError(error.code, message, { provider: 'temporal' }, { cause: error });
}

function targetOn(port: number, uiPort: number): TemporalTarget {
  const uiUrl = `http://127.0.0.1:${uiPort}`;
  return { address: `127.0.0.1:${port}`, namespace: NAMESPACE, uiUrl, profileToml: null };
}

/** A newer server may not read what an older one wrote, so each version has its own. */
function databasePath({ cli, dataDir }: EmbeddedServiceInput): string {
  return join(dataDir, `temporal-${cli.serverVersion}.db`);
}

function logPath(dataDir: string): string {
  return join(dataDir, 'temporal.log');
}

import { join } from 'node:path';
import { endProcess, waitForProcessEnd } from '../platform/end-process.ts';
import { fileExists } from '../platform/file-exists.ts';
import { tryProcessLock } from '../platform/process-lock.ts';
import { stopOrphanService } from '../temporal/stop-orphan-service.ts';
import { askHost } from './host/control-client.ts';
import { HOST_LOCK_NAME } from './host/host-file.ts';
import { findRunningHost } from './host/join-host.ts';
import { SHUTDOWN_GRACE_MS } from './shutdown-grace.ts';

/** Workers, then the service, then the process itself. */
const DRAIN_LIMIT_MS = SHUTDOWN_GRACE_MS + 15_000;
const FORCE_LIMIT_MS = 7_000;
const KILL_GRACE_MS = 2_000;

export interface StopHostInput {
  readonly dataDir: string;
  /** True ends running steps at once; Temporal gives them to the next host. */
  readonly force: boolean;
  readonly onProgress: (message: string) => void;
}

/**
 * Drains and ends the host of a data folder. Running steps get 10 s; open runs go on with the next host.
 * Returns false when there was none. A host that does not answer is ended by signal, and so is the Temporal server that a
 * killed one left behind.
 */
export async function stopHost(input: StopHostInput, signal: AbortSignal): Promise<boolean> {
  const wasRunning = await endHost(input, signal);
  return (await endOrphan(input, signal)) || wasRunning;
}

async function endHost({ dataDir, force, onProgress }: StopHostInput, signal: AbortSignal): Promise<boolean> {
  const file = await findRunningHost(dataDir);
  if (file === null) return false;
  const identity = { pid: file.pid, start: file.processStart };
  const connection = await askHost(file, { kind: 'drain', force }, signal);
  connection?.close();
  if (connection !== null) {
    onProgress(force ? 'Ending the host' : 'Waiting for the host to finish what it is doing');
    if (await waitForProcessEnd(identity, force ? FORCE_LIMIT_MS : DRAIN_LIMIT_MS, signal)) return true;
  }
  onProgress('The host does not answer; ending it');
  await endProcess(identity, KILL_GRACE_MS, signal);
  return true;
}

/** Whoever runs a service in the folder holds its lock, so what runs without one is left over. */
async function endOrphan({ dataDir, onProgress }: StopHostInput, signal: AbortSignal): Promise<boolean> {
  const lockPath = join(dataDir, HOST_LOCK_NAME);
  if (!(await fileExists(lockPath))) return false;
  using lock = tryProcessLock(lockPath);
  if (lock === null || !(await stopOrphanService(dataDir, signal))) return false;
  onProgress('Ended the Temporal server that a killed host left behind');
  return true;
}

import { endProcess } from '../platform/end-process.ts';
import { isProcessRunning } from '../platform/process-identity.ts';
import { readServiceRecord, removeServiceRecord } from './service/service-record.ts';

const STOP_GRACE_MS = 5_000;

/**
 * Stops a server that a killed host left behind: two servers on one database would spoil it. Returns whether there was
 * one. A later process with the same number is left alone. The caller holds the lock of the data folder.
 */
export async function stopOrphanService(dataDir: string, signal: AbortSignal): Promise<boolean> {
  const identity = await readServiceRecord(dataDir);
  const isOrphan = identity !== null && (await isProcessRunning(identity));
  if (isOrphan) await endProcess(identity, STOP_GRACE_MS, signal);
  await removeServiceRecord(dataDir);
  return isOrphan;
}

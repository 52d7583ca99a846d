import { setTimeout as sleep } from 'node:timers/promises';
import { isNodeError } from './is-node-error.ts';
import { isProcessRunning, type ProcessIdentity } from './process-identity.ts';

const POLL_INTERVAL_MS = 50;

/** Waits until a process has ended, for at most `limitMs`. Returns whether it has. */
export async function waitForProcessEnd(
  identity: ProcessIdentity,
  limitMs: number,
  signal: AbortSignal,
): Promise<boolean> {
  for (let waitedMs = 0; waitedMs <= limitMs; waitedMs += POLL_INTERVAL_MS) {
    if (!(await isProcessRunning(identity))) return true;
    await sleep(POLL_INTERVAL_MS, undefined, { signal });
  }
  return false;
}

/** Asks a process to end (SIGTERM), kills it after `graceMs`, and returns once it is gone. */
export async function endProcess(identity: ProcessIdentity, graceMs: number, signal: AbortSignal): Promise<void> {
  await sendSignal(identity, 'SIGTERM');
  if (await waitForProcessEnd(identity, graceMs, signal)) return;
  await sendSignal(identity, 'SIGKILL');
  await waitForProcessEnd(identity, graceMs, signal);
}

async function sendSignal(identity: ProcessIdentity, name: NodeJS.Signals): Promise<void> {
  if (!(await isProcessRunning(identity))) return;
  try {
    process.kill(identity.pid, name);
  } catch (error) {
    if (!isNodeError(error, 'ESRCH')) throw error;
  }
}

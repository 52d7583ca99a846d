import { waitForProcessEnd } from '../../src/platform/end-process.ts';
import { isNodeError } from '../../src/platform/is-node-error.ts';
import { identifyProcess, type ProcessIdentity } from '../../src/platform/process-identity.ts';

const END_LIMIT_MS = 60_000;
const NEVER = new AbortController().signal;

/**
 * Kills processes at once, all before any of them is waited for, and returns when they have ended: until then, each may
 * still hold its files or be in a list of processes. One that has ended by itself before is left out. Throws for one that does not die.
 */
export async function killOutright(pids: readonly number[]): Promise<void> {
  const found = await Promise.all(pids.map((pid) => identifyProcess(pid)));
  const killed = found.filter((identity) => identity !== null && sendKill(identity));
  for (const identity of killed) {
    if (identity === null || (await waitForProcessEnd(identity, END_LIMIT_MS, NEVER))) continue;
    throw new Error(`The process ${identity.pid} does not die.`);
  }
}

/** Returns false for a process that has just ended by itself. */
function sendKill({ pid }: ProcessIdentity): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (isNodeError(error, 'ESRCH')) return false;
    throw error;
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { waitForProcessEnd } from '../../src/platform/end-process.ts';
import { isNodeError } from '../../src/platform/is-node-error.ts';
import { connectTemporal } from '../../src/temporal/connect.ts';
import type { CrashHome } from './crash-home.ts';
import type { PlannedKill, Victim } from './crash-plan.ts';
import { type FoundVictim, findVictim } from './find-victim.ts';
import type { KillRecord } from './judge-run.ts';
import type { CrashClient } from './run-client.ts';
import { listStoredKeys, readLedger } from './step-ledger.ts';

const LOOK_INTERVAL_MS = 15;
/** A victim that does not show up in this time is not killed. */
const APPEAR_LIMIT_MS = 6_000;
const END_LIMIT_MS = 60_000;
const NEVER = new AbortController().signal;

export interface KillContext {
  readonly home: CrashHome;
  readonly client: CrashClient;
  /** Steps that an undisturbed run stores. */
  readonly stepCount: number;
  readonly setAwayMs: (awayMs: number) => void;
  /** Aborted when the run is over. */
  readonly over: AbortSignal;
}

/** A kill that was done, at a moment of the run. */
export interface DoneKill {
  readonly victim: Victim;
  readonly atMs: number;
  readonly storedSteps: number;
  readonly record: KillRecord;
}

/** Kills one victim after the other at its moment. Those whose moment or victim never came are left out. */
export async function killAsPlanned(kills: readonly PlannedKill[], context: KillContext): Promise<readonly DoneKill[]> {
  const startMs = performance.now();
  const done: Promise<DoneKill>[] = [];
  for (const kill of kills) {
    try {
      await untilMoment(kill, context);
      const killed = await killOne(kill, context);
      if (killed === null) continue;
      done.push(toDoneKill(kill, killed, Math.round(performance.now() - startMs), context));
    } catch (error) {
      if (!context.over.aborted) throw error;
      break;
    }
  }
  return Promise.all(done);
}

async function untilMoment({ delayMs, progress }: PlannedKill, { home, over, stepCount }: KillContext): Promise<void> {
  while ((await listStoredKeys(home.dataDir)).size < Math.ceil(progress * stepCount)) {
    await sleep(LOOK_INTERVAL_MS, undefined, { signal: over });
  }
  await sleep(delayMs, undefined, { signal: over });
}

/** Returns who was killed; null when there was nobody. */
async function killOne({ awayMs, victim }: PlannedKill, context: KillContext): Promise<FoundVictim | 'client' | null> {
  const { client, home, over, setAwayMs } = context;
  over.throwIfAborted();
  if (victim === 'client') {
    await client.kill(awayMs);
    return 'client';
  }
  const limitMs = performance.now() + APPEAR_LIMIT_MS;
  while (performance.now() < limitMs) {
    over.throwIfAborted();
    const found = await findVictim(home.dataDir, victim);
    setAwayMs(awayMs);
    if (found !== null && sendKill(found.identity.pid)) {
      if (await waitForProcessEnd(found.identity, END_LIMIT_MS, NEVER)) return found;
      throw new Error(`The ${victim} (${found.identity.pid}) does not die.`);
    }
    await sleep(LOOK_INTERVAL_MS, undefined, { signal: over });
  }
  return null;
}

/** Returns false for a process that has just ended by itself. */
function sendKill(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (isNodeError(error, 'ESRCH')) return false;
    throw error;
  }
}

async function toDoneKill(
  { victim }: PlannedKill,
  killed: FoundVictim | 'client',
  atMs: number,
  { home, over }: KillContext,
): Promise<DoneKill> {
  // In this order: what begins after the line began after the look at the store.
  const storedKeys = await listStoredKeys(home.dataDir);
  const fromLine = (await readLedger(home.ledgerPath)).length;
  if (victim === 'service') await untilServiceAnswers(home, over);
  const toLine = victim === 'service' ? (await readLedger(home.ledgerPath)).length : fromLine;
  const record: KillRecord = { ...costOf(victim, killed), fromLine, toLine, storedKeys };
  return { victim, atMs, storedSteps: storedKeys.size, record };
}

/** Only who runs steps can lose some: a tool loses that of its worker which used it, an absent service those of all. */
function costOf(victim: Victim, killed: FoundVictim | 'client'): Pick<KillRecord, 'workerPids' | 'mostSteps'> {
  if (killed === 'client') return { workerPids: [], mostSteps: null };
  if (victim === 'service') return { workerPids: null, mostSteps: null };
  if (victim === 'ffmpeg' || victim === 'espeak') {
    return { workerPids: killed.parentPid === null ? [] : [killed.parentPid], mostSteps: 1 };
  }
  return { workerPids: [killed.identity.pid], mostSteps: null };
}

async function untilServiceAnswers({ ports }: CrashHome, over: AbortSignal): Promise<void> {
  const target = { address: `127.0.0.1:${ports[0]}`, namespace: 'default', uiUrl: null, profileToml: null };
  while (!over.aborted) {
    try {
      await using _connection = await connectTemporal(target, over, 1_000);
      return;
    } catch {
      // Away, or the run is over meanwhile: both are looked at again.
      await sleep(LOOK_INTERVAL_MS);
    }
  }
}

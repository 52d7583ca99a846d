import { setTimeout as sleep } from 'node:timers/promises';
import { WORKER_ROLES, type WorkerRole } from '../../src/contract/queues.ts';
import type { TemporalCli } from '../../src/temporal/find-temporal-cli.ts';
import { startEmbeddedService } from '../../src/temporal/start-embedded-service.ts';
import type { RunningLectra } from '../e2e/lectra-home.ts';
import type { CrashHome } from './crash-home.ts';

/** As a supervisor of services waits before it starts one again. */
const RESTART_MS = 500;
/** The grace time of a worker, and far more than its end takes on a machine that does other things. */
const END_LIMIT_MS = 60_000;

/** One Temporal service and a process for each worker, each started again when it ends. */
export interface Cluster {
  /** How long the next process that is killed stays away. */
  readonly setAwayMs: (awayMs: number) => void;
  /** What workers said that ended by themselves after they had begun to work. */
  readonly endedWorkers: () => readonly string[];
  /** Ends all. Returns the roles of workers that had to be killed. */
  readonly stop: () => Promise<readonly string[]>;
}

/** Starts a cluster over the home's data folder, with one or two workers for drawing and encoding. */
export async function runCluster(home: CrashHome, cli: TemporalCli, mediaWorkers: number): Promise<Cluster> {
  const stopping = new AbortController();
  const endedWorkers: string[] = [];
  let awayMs = 0;
  const service = await keepService(home, cli, () => awayMs, stopping.signal);
  const roles = WORKER_ROLES.flatMap((role) => Array.from({ length: role === 'media' ? mediaWorkers : 1 }, () => role));
  const workers = roles.map((role) => keepWorker(home, role, () => awayMs, endedWorkers, stopping.signal));
  return {
    setAwayMs: (ms) => {
      awayMs = ms;
    },
    endedWorkers: () => [...endedWorkers],
    stop: async () => {
      stopping.abort();
      const killed = await Promise.all(workers.map((worker) => worker.end()));
      await service.end();
      return roles.filter((_role, index) => killed[index]);
    },
  };
}

/** The service comes back on the same database and port. */
async function keepService(home: CrashHome, cli: TemporalCli, away: () => number, stopping: AbortSignal) {
  const { dataDir, ports } = home;
  const [wantedPort, wantedUiPort] = ports;
  const input = { cli, dataDir, wantedPort, wantedUiPort, onNotice: () => undefined };
  const start = async () => {
    const service = await startEmbeddedService(input, stopping);
    if (service.port !== wantedPort) throw new Error(`The service came back on ${service.port}, not ${wantedPort}.`);
    return service;
  };
  let current = await start();
  const kept = (async () => {
    for (;;) {
      await current.ended;
      if (stopping.aborted) return;
      await sleep(away(), undefined, { signal: stopping });
      current = await start();
    }
  })().catch((error: unknown) => {
    if (!stopping.aborted) throw error;
  });
  return {
    end: async () => {
      await current.stop();
      await kept;
    },
  };
}

function keepWorker(
  home: CrashHome,
  role: WorkerRole,
  away: () => number,
  endedWorkers: string[],
  stopping: AbortSignal,
) {
  let running: RunningLectra = home.start(['worker', '--role', role]);
  const kept = (async () => {
    for (;;) {
      const { exitCode, stderr } = await running.outcome;
      if (stopping.aborted) return;
      const wasKilled = exitCode === null;
      if (!wasKilled && stderr.includes('Working on'))
        endedWorkers.push(`${role} (${exitCode}): ${stderr.slice(-400)}`);
      await sleep(wasKilled ? away() : RESTART_MS);
      if (stopping.aborted) return;
      running = home.start(['worker', '--role', role]);
    }
  })();
  return {
    end: async (): Promise<boolean> => {
      running.send('SIGTERM');
      const limit = new AbortController();
      const isLate = await Promise.race([
        kept.then(() => false),
        sleep(END_LIMIT_MS, true, { signal: limit.signal }).catch(() => false),
      ]);
      limit.abort();
      if (isLate) running.send('SIGKILL');
      await kept;
      return isLate;
    },
  };
}

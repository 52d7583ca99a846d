import { setTimeout as sleep } from 'node:timers/promises';
import type { TemporalCli } from '../../src/temporal/find-temporal-cli.ts';
import { stopHost } from '../../src/workers/stop-host.ts';
import { killOutright } from '../e2e/kill-outright.ts';
import { listProcessesOf } from '../e2e/list-processes-of.ts';
import { hashLecture } from '../e2e/read-folder.ts';
import type { Result } from '../e2e/result-of.ts';
import { type CrashHome, createCrashHome } from './crash-home.ts';
import { type CrashPlan, planCrashes, type Scenario } from './crash-plan.ts';
import { judgeRun, type Verdict } from './judge-run.ts';
import { type DoneKill, killAsPlanned } from './kill-as-planned.ts';
import { replayHistories } from './replay-histories.ts';
import { type CrashClient, runClient } from './run-client.ts';
import { type Cluster, runCluster } from './run-cluster.ts';
import { appendLine, readLedger } from './step-ledger.ts';
import type { Undisturbed } from './undisturbed-run.ts';
import { watchStarvation } from './watch-starvation.ts';

/** A run takes seconds, and a kill costs seconds; what is not over by then hangs. */
const WATCHDOG_MS = 480_000;
/** Tools whose worker was killed end by themselves in this time. */
const LEAVE_LIMIT_MS = 60_000;
const NEVER = new AbortController().signal;

export interface CrashRunInput {
  readonly cli: TemporalCli;
  readonly scenario: Scenario;
  readonly seed: number;
  readonly undisturbed: Undisturbed;
  /** Default: that of the seed. */
  readonly plan?: CrashPlan;
}

/** One whole run with its kills, and what it came to. */
export interface CrashRun {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly plan: CrashPlan;
  readonly kills: readonly DoneKill[];
  /** From the first command to the last file. */
  readonly tookMs: number;
  readonly commands: number;
  readonly differingFiles: readonly string[];
  readonly hasFinished: boolean;
  readonly verdict: Verdict;
  /** Kept when there is a finding, else gone. */
  readonly folder: string;
}

/** Makes a lecture in an empty home while a seed kills what makes it, and judges what is left. Never rejects for a loss. */
export async function crashRun(input: CrashRunInput): Promise<CrashRun> {
  const { cli, scenario, seed, undisturbed } = input;
  const plan = input.plan ?? planCrashes(scenario, seed);
  const home = await createCrashHome({ cli, scenario, bundlesFolder: undisturbed.bundlesFolder });
  const cluster = scenario === 'cluster' ? await runCluster(home, cli, plan.mediaWorkers) : null;
  const over = new AbortController();
  // The service cannot say how it fares; this process stands for the machine.
  const endWatch = watchStarvation((lateMs) => {
    const atMs = Date.now();
    appendLine(home.ledgerPath, { pid: process.pid, event: 'starved', key: '', atMs, sinceMs: atMs - lateMs });
  });
  const startMs = performance.now();
  const client = runClient(home);
  const setAwayMs = cluster?.setAwayMs ?? (() => undefined);
  const killing = killAsPlanned(plan.kills, {
    ...{ home, client, setAwayMs },
    stepCount: undisturbed.stepCount,
    over: over.signal,
  });
  const { failure, result } = await untilEnd(client);
  const tookMs = Math.round(performance.now() - startMs);
  over.abort();
  endWatch();
  const kills = await killing;
  const differingFiles = result === null ? [] : await listDifferences(result, undisturbed.hashes);
  const troubles = [
    ...(await replayHistories(home, undisturbed.bundlesFolder)),
    ...(await endAll(home, cluster)),
    ...(cluster?.endedWorkers() ?? []).map((end) => `a worker ended by itself: ${end}`),
  ];
  const lines = await readLedger(home.ledgerPath);
  const verdict = judgeRun({ lines, kills: kills.map(({ record }) => record), failure, differingFiles, troubles });
  if (verdict.findings.length === 0) await home.remove();
  const hasFinished = result !== null;
  return {
    ...{ scenario, seed, plan, kills, tookMs, differingFiles, hasFinished, verdict },
    commands: client.starts(),
    folder: home.folder,
  };
}

async function untilEnd(client: CrashClient): Promise<{ failure: string | null; result: Result | null }> {
  const limit = new AbortController();
  try {
    const result = await Promise.race([
      client.result,
      sleep(WATCHDOG_MS, null, { signal: limit.signal }).catch(() => null),
    ]);
    return { result, failure: result === null ? `no end within ${WATCHDOG_MS / 1000} s` : null };
  } catch (error) {
    return { result: null, failure: error instanceof Error ? error.message : String(error) };
  } finally {
    limit.abort();
  }
}

async function listDifferences(result: Result, expected: Undisturbed['hashes']): Promise<readonly string[]> {
  const hashes = await hashLecture(result.project_dir);
  const names = new Set([...Object.keys(hashes), ...Object.keys(expected)]);
  return [...names].filter((name) => hashes[name] !== expected[name]).sort();
}

/** Ends what the run started. Returns a sentence for each process that did not end as it should. */
async function endAll(home: CrashHome, cluster: Cluster | null): Promise<readonly string[]> {
  const { dataDir } = home;
  const late = (await cluster?.stop()) ?? [];
  await stopHost({ dataDir, force: true, onProgress: () => undefined }, NEVER);
  const limitMs = performance.now() + LEAVE_LIMIT_MS;
  let left = await listProcessesOf(dataDir);
  while (left.length > 0 && performance.now() < limitMs) {
    await sleep(100);
    left = await listProcessesOf(dataDir);
  }
  await killOutright(left.map(({ pid }) => pid));
  return [
    ...late.map((role) => `the ${role} worker did not end when asked to`),
    ...left.map(({ command }) => `still runs at the end: ${command}`),
  ];
}

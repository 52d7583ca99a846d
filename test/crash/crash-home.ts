import { cp, mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TemporalCli } from '../../src/temporal/find-temporal-cli.ts';
import { type RunningLectra, startLectra } from '../e2e/lectra-home.ts';
import { somePort } from '../services/some-port.ts';
import type { Scenario } from './crash-plan.ts';

const RECORDER = new URL('record-steps.ts', import.meta.url);
const DOCUMENT = fileURLToPath(new URL('documents/three-slides.md', import.meta.url));

/** The least that Lectra takes: lost steps are given to the next worker after this. */
const HEARTBEAT_TIMEOUT_MS = 2_000;
/** What a rig that is interrupted leaves behind ends by itself. */
const HOST_IDLE_MS = 60_000;

export const PROJECT = 'crash';
export const GENERATE = ['generate', DOCUMENT, '--project', PROJECT, '--slides', '3', '--quality', '720p', '--json'];
export const ATTACH = ['attach', PROJECT, '--json'];

/** One installation with nothing in it but the bundle of the workflow code; its workers record their steps. */
export interface CrashHome {
  readonly folder: string;
  readonly dataDir: string;
  readonly ledgerPath: string;
  /** Of the Temporal service, and of its page. */
  readonly ports: readonly [number, number];
  readonly start: (args: readonly string[]) => RunningLectra;
  readonly remove: () => Promise<void>;
}

export interface CrashHomeInput {
  readonly cli: TemporalCli;
  readonly scenario: Scenario;
  /** Bundles that an earlier host made of the same code; null: the first host makes them. */
  readonly bundlesFolder: string | null;
}

/** Makes a home. In a cluster its commands use the service at the home's port; else a host of its own. */
export async function createCrashHome({ bundlesFolder, cli, scenario }: CrashHomeInput): Promise<CrashHome> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'lectra-crash-')));
  const dataDir = join(folder, 'data');
  const ledgerPath = join(folder, 'steps.jsonl');
  await mkdir(join(folder, 'home'));
  await mkdir(dataDir, { mode: 0o700 });
  if (bundlesFolder !== null) await cp(bundlesFolder, join(dataDir, 'bundles'), { recursive: true });
  const [port, uiPort] = [await somePort(), await somePort()];
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: join(folder, 'home'),
    NODE_OPTIONS: `--import=${RECORDER.href}`,
    LECTRA_STEP_LEDGER: ledgerPath,
    LECTRA_DATA_DIR: dataDir,
    LECTRA_OUTPUT_DIR: join(folder, 'output'),
    LECTRA_TEMPORAL_PORT: String(port),
    LECTRA_TEMPORAL_UI_PORT: String(uiPort),
    LECTRA_TEMPORAL_CLI: cli.path,
    LECTRA_HEARTBEAT_TIMEOUT_MS: String(HEARTBEAT_TIMEOUT_MS),
    LECTRA_HOST_IDLE_MS: String(HOST_IDLE_MS),
    ...(scenario === 'cluster' ? { TEMPORAL_ADDRESS: `127.0.0.1:${port}` } : {}),
  };
  return {
    folder,
    dataDir,
    ledgerPath,
    ports: [port, uiPort],
    start: (args) => startLectra(args, { cwd: folder, env, stdin: '' }),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

import { join } from 'node:path';
import type { TemporalCli } from '../../src/temporal/find-temporal-cli.ts';
import { stopHost } from '../../src/workers/stop-host.ts';
import { hashLecture } from '../e2e/read-folder.ts';
import { createCrashHome } from './crash-home.ts';
import { judgeRun } from './judge-run.ts';
import { runClient } from './run-client.ts';
import { listStoredKeys, readLedger } from './step-ledger.ts';

/** What a run leaves behind when nobody disturbs it: the measure of all others. */
export interface Undisturbed extends AsyncDisposable {
  /** sha256 of each file. */
  readonly hashes: Readonly<Record<string, string>>;
  /** Steps whose result is stored. */
  readonly stepCount: number;
  /** The bundle of the workflow code; bundling takes longer than such a run. */
  readonly bundlesFolder: string;
}

/** Makes the lecture once in a home of its own, which stays until it is disposed of. Throws when a step runs twice. */
export async function makeUndisturbed(cli: TemporalCli): Promise<Undisturbed> {
  const home = await createCrashHome({ cli, scenario: 'host', bundlesFolder: null });
  const { dataDir, ledgerPath } = home;
  try {
    const result = await runClient(home).result;
    const facts = { kills: [], failure: null, differingFiles: [], troubles: [] };
    const { findings } = judgeRun({ ...facts, lines: await readLedger(ledgerPath) });
    if (findings.length > 0) throw new Error(`A run that nobody disturbed has findings: ${findings.join(', ')}`);
    const { size: stepCount } = await listStoredKeys(dataDir);
    const hashes = await hashLecture(result.project_dir);
    const bundlesFolder = join(dataDir, 'bundles');
    return { hashes, stepCount, bundlesFolder, [Symbol.asyncDispose]: home.remove };
  } finally {
    await stopHost({ dataDir, force: true, onProgress: () => undefined }, new AbortController().signal);
  }
}
